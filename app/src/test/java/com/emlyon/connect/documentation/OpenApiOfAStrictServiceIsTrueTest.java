package com.emlyon.connect.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link OpenApiIsTrueTest} cannot ask of a service that lets everybody try as often as they like. */
class OpenApiOfAStrictServiceIsTrueTest {

    private static final String BODY = "{\"email\":\"%s\",\"name\":\"Pia\",\"password\":\"pas celui-ci\","
            + "\"currentPassword\":\"pas celui-ci\",\"newPassword\":\"unautremot\"}";

    @Test
    void everyRouteThatMayBeTriedTooOftenSaysWhatIsDocumented() {
        try (TestNode strict = TestNode.start(
                TestPostgres.freshDatabaseUrl(),
                "--ADMIN_EMAILS=" + TestNode.ADMIN,
                "--connect.throttle.registrations.most=1",
                "--connect.throttle.account-from-address.most=1",
                "--connect.throttle.writes.most=1",
                "--connect.throttle.writes.per=1h",
                "--connect.throttle.tickets.most=1",
                "--connect.throttle.tickets.per=1h",
                "--connect.throttle.exports.most=1",
                "--connect.throttle.exports.per=1h")) {
            ContractClient client = new ContractClient(strict);
            ApiDocument document = ApiDocument.readBy(client);
            Member admin = client.register(TestNode.ADMIN, "Chef");
            client.newCheckIn(admin, "Le Sucre");

            Map<DocumentedRoute, Answer> answers = document.routes().stream()
                    .filter(route -> route.statuses().contains(429))
                    .collect(Collectors.toMap(route -> route, route -> tooMany(client, route, admin)));

            assertThat(answers.keySet())
                    .extracting(DocumentedRoute::route)
                    .containsExactlyInAnyOrderElementsOf(document.routes().stream()
                            .map(DocumentedRoute::route)
                            .filter(route -> !route.method().equals("GET")
                                    || route.path().endsWith("/export"))
                            .filter(route -> !route.path().contains("/sessions"))
                            .toList());
            assertThat(answers).allSatisfy((route, answer) -> {
                route.describes(answer);
                assertThat(answer.string("/message")).isIn(route.texts(429));
                assertThat(answer.header("Retry-After")).isPresent();
            });
        }
    }

    @Test
    void aRouteThatBoundsTheEventsOfAnAccountSaysWhatIsDocumented() {
        try (TestNode strict = TestNode.start(
                TestPostgres.freshDatabaseUrl(), "--connect.events.most-a-day=2", "--connect.events.most-to-come=1")) {
            ContractClient client = new ContractClient(strict);
            ApiDocument document = ApiDocument.readBy(client);
            Member pia = client.newMember("Pia One");
            String gala = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
            Call another = client.post("/api/events")
                    .as(pia)
                    .json("{\"title\":\"Bal\",\"description\":\"Au parc\",\"date\":\"2031-05-01T18:30:00.000Z\"}");

            Answer tooManyToCome = another.send();
            assertThat(client.delete("/api/events/" + gala).as(pia).send().status())
                    .isEqualTo(200);
            client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
            Answer tooManyADay = another.send();

            DocumentedRoute creation = document.route(new Route("POST", "/api/events"));
            creation.describes(tooManyToCome);
            assertThat(tooManyToCome.string("/message")).isIn(creation.texts(400));
            creation.describes(tooManyADay);
            assertThat(tooManyADay.string("/message")).isIn(creation.texts(429));
            assertThat(tooManyADay.header("Retry-After")).isPresent();
            assertThat(creation.texts(429)).hasSize(2);
        }
    }

    private static Answer tooMany(ContractClient client, DocumentedRoute route, Member member) {
        Call call =
                client.call(route.route().method(), route.route().pathTo("x")).as(member);
        return Stream.generate(call.json(BODY.formatted(member.email()))::send)
                .limit(3)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }
}
