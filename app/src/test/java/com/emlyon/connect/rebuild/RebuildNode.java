package com.emlyon.connect.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that tests of rebuilds share, with a history that takes a moment to be read. */
final class RebuildNode {

    /** Check-ins and their ends. */
    static final int FACTS = 60_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private RebuildNode() {}

    static TestNode node() {
        return Shared.NODE;
    }

    static String database() {
        return Shared.DATABASE;
    }

    static JdbcClient sql() {
        return Shared.NODE.bean(JdbcClient.class);
    }

    /** The position of the newest fact. */
    static long head() {
        return sql().sql("SELECT max(position) FROM store.fact")
                .query(Long.class)
                .single();
    }

    /** How a projection stands, as the administrator is told. */
    static Answer standing(ContractClient client, Member admin, String projection) {
        return client.get("/api/admin/projections/" + projection).as(admin).send();
    }

    static long generation(ContractClient client, Member admin, String projection) {
        return standing(client, admin, projection).at("/data/generation").longValue();
    }

    /** The number that the next generation will have, whether or not the present one was the last that was begun. */
    static long nextGeneration(String projection) {
        return sql().sql("SELECT made + 1 FROM view.generation_count WHERE projection = ?")
                .param(projection)
                .query(Long.class)
                .single();
    }

    /** Waits until a projection stands as wanted. */
    static void awaitStanding(ContractClient client, Member admin, String projection, Predicate<Answer> wanted) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> wanted.test(standing(client, admin, projection)));
    }

    /** Waits until nothing is rebuilt any more, and nothing is left of what was. */
    static void awaitCalm(ContractClient client, Member admin) {
        for (String projection : List.of("accounts", "check-ins", "events")) {
            awaitStanding(
                    client,
                    admin,
                    projection,
                    answer -> answer.at("/data/rebuild").isNull()
                            && answer.string("/data/state").equals("SERVING")
                            && answer.at("/data/lagFacts").longValue() == 0);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(schemas(projection))
                            .containsExactly(schema(projection, generation(client, admin, projection))));
        }
    }

    /** Where the tables of a generation lie. */
    static String schema(String projection, long generation) {
        return "view_%s_%d".formatted(projection.replace("-", "_"), generation);
    }

    /** The schemas in which tables of a projection lie. */
    static List<String> schemas(String projection) {
        return sql().sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE ? ORDER BY length(nspname), nspname")
                .param("view\\_" + projection.replace("-", "\\_") + "\\_%")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Started when the first test asks for it. */
    private static final class Shared {

        static final String DATABASE = TestPostgres.freshDatabaseUrl();
        static final TestNode NODE = start();

        private static TestNode start() {
            TestNode node =
                    TestNode.start(DATABASE, "--ADMIN_EMAILS=" + TestNode.ADMIN, "--projections.batch-size=5000");
            node.bean(JdbcClient.class).sql("""
                            INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                            SELECT 'presence-' || student, turn, 'Presence', gen_random_uuid(),
                                   CASE turn % 2 WHEN 0 THEN 'CheckedIn' ELSE 'CheckedOut' END, '1',
                                   jsonb_build_object('account', student, 'checkIn', md5(student || '-' || turn / 2)::uuid, 'at', now())
                                     || CASE turn % 2 WHEN 0 THEN '{"place": "Le Sucre", "latitude": 45.7, "longitude": 4.8, "emoji": "🎵"}'::jsonb
                                                      ELSE '{}'::jsonb END,
                                   '{}', now()
                            FROM generate_series(0, ? - 1) AS number
                              CROSS JOIN LATERAL (SELECT md5((number % 300)::text)::uuid::text AS student, number / 300 AS turn) AS made
                            ORDER BY number
                            """).param(FACTS).update();
            return node;
        }
    }
}
