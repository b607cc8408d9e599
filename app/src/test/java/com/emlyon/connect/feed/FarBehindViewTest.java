package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.HeldUpCheckIns;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that has more to catch up than anybody follows fact by fact is told as it is when it has caught up, not half way. */
class FarBehindViewTest {

    private static final int TURNS = 60_001;

    @Test
    void whatItShowsInTheEndIsTold() {
        try (TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl())) {
            ContractClient client = new ContractClient(node);
            Member pia = client.newMember("Pia One");
            try (Feed changes = client.openChanges(pia.token(), Optional.empty())) {
                changes.awaitFrame(frame -> frame.contains("snapshot"), "the snapshot");
                try (HeldUpCheckIns _ = HeldUpCheckIns.on(node)) {
                    write(node, pia);
                    String event = client.newEvent(pia, "Gala", "2031-05-01");
                    changes.awaitFrame(frame -> frame.contains(event), "the event");
                }

                String first = changes.awaitFrame(frame -> frame.contains("Parc "), "a place");
                assertThat(first).contains("Parc " + (TURNS - 1));
            }
        }
    }

    /** Of somebody who has been everywhere. */
    private static void write(TestNode node, Member member) {
        node.bean(JdbcClient.class)
                .sql("""
                        INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                        SELECT 'presence-' || :account, turn, 'Presence', gen_random_uuid(),
                               CASE turn % 2 WHEN 0 THEN 'CheckedIn' ELSE 'CheckedOut' END,
                               CASE turn % 2 WHEN 0 THEN '2' ELSE '1' END,
                               jsonb_build_object('account', :account, 'checkIn', md5((turn / 2)::text)::uuid, 'at', now())
                                 || CASE turn % 2 WHEN 0 THEN jsonb_build_object(
                                      'place', 'Parc ' || turn, 'latitude', 45.7489, 'longitude', 4.8181, 'emoji', null,
                                      'until', now() + interval '24 hours') ELSE '{}' END,
                               '{}', now()
                        FROM generate_series(0, :turns - 1) AS turn
                        ORDER BY turn
                        """)
                .param("account", member.id())
                .param("turns", TURNS)
                .update();
    }
}
