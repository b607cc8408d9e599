package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.BreakableNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More passwords at once than can be compared soon, on a node where one may wait. */
class BusyHashingTest {

    private final ContractClient client = new ContractClient(BreakableNode.node());

    @Test
    void aLoginWhoseTurnDoesNotComeIsToldToComeAgain() {
        Member pia = client.newMember("Pia One");
        int logins = 4 + 2 * Runtime.getRuntime().availableProcessors();

        List<Answer> answers = Simultaneously.send(
                logins,
                i -> client.post("/api/auth/login")
                        .json("{\"email\":\"%s\",\"password\":\"%s\"}"
                                .formatted(pia.email(), ContractClient.PASSWORD)));

        assertThat(answers.stream().filter(answer -> answer.status() != 503))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer).hasStatus(200));
        assertThat(answers.stream().filter(answer -> answer.status() == 503))
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer).isFailure(503, "Service occupé, réessayez dans un instant");
                    assertThat(answer.header("Retry-After")).isPresent();
                });
    }
}
