package com.emlyon.connect.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A parameter of no route is not looked at, whatever it is called: it leads to no failure of ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileParametersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Controls, code points without a character, brackets of property paths, none at all. */
    private static final List<String> QUERIES = List.of(
            "a%10=1",
            "%00=1",
            "%07",
            "a%EF%BF%BF=1",
            "%F4%8F%BF%BF=1",
            "%E2%80%AE=1",
            "a%5B=1",
            "%5Ba=1",
            "a%5Bb%5D=1",
            "a.b=1",
            "_a=1",
            "!a=1",
            "%24%7Ba%7D=1",
            "class.module=1",
            "=",
            "=1",
            "&&",
            "a=%10",
            "a=%EF%BF%BF");

    private final TestNode node = TestNode.shared();
    private final ContractClient client = new ContractClient(node);
    private final Wire wire = new Wire(node.http());
    private final Member pia = client.newMember("Pia One");
    private final Member chef = client.admin();
    private final List<Route> routes = Route.of(node).stream()
            .filter(route -> route.method().equals("GET"))
            .toList();

    @ParameterizedTest
    @FieldSource("QUERIES")
    void noParameterOfAnyRouteLeadsToAFailureOfOurs(String query) {
        List<String> broken = new ArrayList<>();
        try (LoggedTraces traces = LoggedTraces.listen()) {
            for (Route route : routes) {
                // Path parameters pass the lists that are kept ready, which look at no parameters.
                for (String mark : List.of("?", ";x?")) {
                    String target = route.pathTo("1") + mark + query;
                    String answer = wire.say(request(route, target), PATIENCE);
                    if (Wire.statuses(answer).stream().anyMatch(Invariants::isFailureOfOurs)) {
                        broken.add(target + "\n" + answer);
                    }
                }
            }
            assertThat(broken.stream().limit(5)).as("of %d", broken.size()).isEmpty();
            assertThat(traces.all()).isEmpty();
        }
    }

    private byte[] request(Route route, String target) {
        String token = route.isForAdmins() ? chef.token() : pia.token();
        return "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                .formatted(target, token)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
