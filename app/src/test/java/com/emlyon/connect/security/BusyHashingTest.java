package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.BreakableNode;
import com.emlyon.connect.app.HeldUpPasswords;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** More passwords at once than can be compared soon, on a node where one may wait. */
class BusyHashingTest {

    private final ContractClient client = new ContractClient(BreakableNode.node());

    @Test
    void aLoginWhoseTurnDoesNotComeIsToldToComeAgain() {
        Member pia = client.newMember("Pia One");
        CompletableFuture<Answer> next;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HeldUpPasswords heldUp = HeldUpPasswords.on(BreakableNode.node())) {
            // given
            next = CompletableFuture.supplyAsync(() -> login(pia).send(), threads);
            await().atMost(Duration.ofMinutes(1)).until(() -> heldUp.waiting() == 1);
            // when
            List<Answer> others = Simultaneously.send(8, i -> login(pia));
            // then
            assertThat(others).allSatisfy(answer -> {
                assertThat(answer).isFailure(503, "Service occupé, réessayez dans un instant");
                assertThat(answer.header("Retry-After")).isPresent();
            });
            assertThat(next).isNotDone();
        }
        assertThat(next.join()).hasStatus(200);
    }

    private Call login(Member member) {
        return client.post("/api/auth/login")
                .json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(member.email(), ContractClient.PASSWORD));
    }
}
