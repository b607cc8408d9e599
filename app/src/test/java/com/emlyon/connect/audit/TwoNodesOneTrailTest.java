package com.emlyon.connect.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.audit.Finding.Whole;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes that write at the same time write one chain. */
class TwoNodesOneTrailTest {

    private static final int NOTES = 2_000;
    private static final int STUDENTS = 6;

    @Test
    void theChainHoldsWhoeverWritesWhenever() {
        String database = TestPostgres.freshDatabaseUrl();
        try (TestNode one = TestNode.start(database);
                TestNode other = TestNode.start(database)) {
            List<Trail> trails = List.of(new Trail(one), new Trail(other));
            List<ContractClient> clients = List.of(new ContractClient(one), new ContractClient(other));

            // when
            List<Integer> done = Simultaneously.all(STUDENTS + 2, number -> () -> {
                if (number < STUDENTS) {
                    Member student = clients.get(number % 2).newMember("Student " + number);
                    return clients.get(number % 2).deletionOf(student).send().status();
                }
                IntStream.range(0, NOTES)
                        .forEach(i -> trails.get(number % 2)
                                .note(Note.of(Kind.HISTORY_READ)
                                        .about("node" + number)
                                        .with("place", i)));
                return 200;
            });
            trails.forEach(Trail::awaitEntered);

            // then
            assertThat(done).containsOnly(200);
            assertThat(trails.getFirst().count(Kind.HISTORY_READ)).isEqualTo(2 * NOTES);
            assertThat(trails.getFirst().count(Kind.REGISTERED)).isEqualTo(STUDENTS);
            assertThat(trails.getFirst().count(Kind.ACCOUNT_DELETED)).isEqualTo(STUDENTS);
            assertThat(trails.getLast().chain().check())
                    .isInstanceOfSatisfying(
                            Whole.class,
                            whole -> assertThat(whole.last().number()).isGreaterThan(2 * NOTES + 2 * STUDENTS));
        }
    }
}
