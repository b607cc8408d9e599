package com.emlyon.connect.promise.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.promise.Campus;
import com.emlyon.platform.postgres.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once a session has ended, no node answers with a list that it has ready. */
class EndedSessionsReadNoListsTest {

    private static final int SESSIONS = 25;
    private static final String URL = TestPostgres.freshDatabaseUrl();
    private static final TestNode HERE = TestNode.start(URL);
    private static final TestNode THERE = TestNode.start(URL);

    @AfterAll
    static void stop() {
        HERE.close();
        THERE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/checkins", "/api/events", "/api/users"})
    void afterAnAnsweredLogoutEveryNodeRefuses(String list) {
        Campus campus = new Campus(HERE);
        ContractClient here = new ContractClient(HERE);
        ContractClient there = new ContractClient(THERE);
        for (int i = 0; i < SESSIONS; i++) {
            Member pia = campus.newStudent("Pia One");
            assertThat(there.get(list).as(pia).send().status()).isEqualTo(200);

            assertThat(here.delete("/api/users/me/sessions/current")
                            .as(pia)
                            .send()
                            .status())
                    .isEqualTo(200);

            assertThat(there.get(list).as(pia).send().status())
                    .as("session %d", i)
                    .isEqualTo(401);
            assertThat(here.get(list).as(pia).send().status())
                    .as("session %d", i)
                    .isEqualTo(401);
        }
    }
}
