package com.emlyon.connect.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A history that is longer than the portions in which it is read, and than what a server gathers before it begins to answer. */
class LongExportTest {

    private static final int RENAMED = 1_100;

    private static TestNode node;
    private static ContractClient client;

    @BeforeAll
    static void start() {
        node = TestNode.start(TestPostgres.freshDatabaseUrl());
        client = new ContractClient(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void isSentWhileItIsRead() {
        Member eva = client.newMember("Eva One");
        renamed(eva, RENAMED);

        Answer export = export(eva).send();

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Transfer-Encoding")).hasValue("chunked");
        assertThat(export.json()
                        .get("history")
                        .valueStream()
                        .filter(fact -> fact.get("type").stringValue().equals("AccountRenamed"))
                        .map(fact -> fact.at("/says/name").stringValue()))
                .hasSize(RENAMED)
                .containsOnly("Eva Two");
    }

    @Test
    void isNotTakenForAWholeWhenItBreaksOff() {
        Member eva = client.newMember("Eva One");
        renamed(eva, RENAMED);
        append(eva, RENAMED + 1, "'[]'", 1);

        assertThatThrownBy(() -> export(eva).send()).hasCauseInstanceOf(IOException.class);
    }

    private static Call export(Member member) {
        return client.get("/api/users/me/export").as(member);
    }

    /** Once as the service does it, then as often as the same again. */
    private static void renamed(Member member, int times) {
        assertThat(client.put("/api/users/me")
                        .as(member)
                        .json("{\"name\":\"Eva Two\"}")
                        .send()
                        .status())
                .isEqualTo(200);
        append(member, 2, "payload", times - 1);
    }

    private static void append(Member member, int sequence, String payload, int times) {
        int appended = node.bean(JdbcClient.class)
                .sql("""
                        INSERT INTO store.fact
                          (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                        SELECT stream, :sequence + number, stream_type, gen_random_uuid(), type, revision, %s, metadata, recorded_at
                        FROM store.fact, generate_series(0, :times - 1) AS number
                        WHERE stream = :stream AND sequence = 1
                        ORDER BY number
                        """.formatted(payload))
                .param("sequence", sequence)
                .param("times", times)
                .param("stream", member.id())
                .update();
        assertThat(appended).isEqualTo(times);
    }
}
