package com.emlyon.connect.promise.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happened to an event is told from its facts, and who is there by the credentials: no view has to follow. */
class EventHistoryIsNeverLateTest {

    @Test
    void whatHappenedWhileTheViewsAreStuckIsToldAtOnce() throws Exception {
        String url = TestPostgres.freshDatabaseUrl();
        try (TestNode node = TestNode.start(url)) {
            // given
            ContractClient client = new ContractClient(node);
            Member pia = client.newMember("Pia One");
            Member gone = client.newMember("Eva Partie");
            String event = client.newEvent(pia, "Gala", "2031-05-01");
            String attend = "/api/events/" + event + "/attend";
            assertThat(client.post(attend).as(gone).send().status()).isEqualTo(200);

            try (StuckProcessors stuck =
                    StuckProcessors.of(new History(url), "accounts", "check-ins", "events", "rules")) {
                // when
                Member nina = client.newMember("Nina Two");
                Answer joined = client.post(attend).as(nina).send();
                Answer deleted = client.deletionOf(gone).send();

                // then
                assertThat(List.of(joined, deleted))
                        .allSatisfy(late -> assertThat(late.header("X-View"))
                                .as(late.text())
                                .hasValue("late"));
                Answer history =
                        client.get("/api/events/" + event + "/history").as(nina).send();
                assertThat(history.items(item -> true)
                                .map(item -> item.get("type").stringValue() + " "
                                        + item.at("/student/name").stringValue()))
                        .containsExactly("created Pia One", "joined Compte supprimé", "joined Nina Two");
            }
        }
    }
}
