package com.emlyon.connect.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Multipart;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks a POST in every way that is wrong for its {@code Idempotency-Key}. */
record KeyMistakes(ContractClient client, Member pia) {

    private static final String SOMETHING = "00000000-0000-4000-8000-000000000000";

    List<Answer> of(DocumentedRoute route) {
        String key = UUID.randomUUID().toString();
        Call call = call(route, "name=none", key);
        Answer malformed = call(route, "name=none", "no key").send();
        assertThat(call.send().status()).as("%s", route).isNotIn(401, 409, 422);
        Answer usedOtherwise = call(route, "name=other", key).send();
        database()
                .sql("UPDATE store.idempotency_key SET status = NULL, answer = NULL,"
                        + " claimed_until = now() + interval '1 hour'")
                .update();
        Answer underWay = call.send();
        assertThat(List.of(malformed.status(), usedOtherwise.status(), underWay.status()))
                .as("%s", route)
                .containsExactly(400, 422, 409);
        return List.of(malformed, usedOtherwise, underWay);
    }

    /** Is answered with a success, or with a refusal that is kept: strangers are only kept a success. */
    private Call call(DocumentedRoute documented, String query, String key) {
        Route route = documented.route();
        Call call = client.post(route.pathTo(SOMETHING) + "?" + query).header("Idempotency-Key", key);
        return switch (route.path()) {
            case "/api/auth/register" ->
                call.json("{\"email\":\"%s@emlyon.com\",\"password\":\"lemotdepasse\",\"name\":\"Ana\"}"
                        .formatted("k" + key.replace(" ", "")));
            case "/api/auth/login" ->
                call.json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(pia.email(), ContractClient.PASSWORD));
            case "/api/users/me/avatar" ->
                call.as(pia).multipart(Multipart.avatar("a.png", "image/png", new byte[] {1, 2, 3}));
            case String admins when admins.startsWith("/api/admin/") -> call.as(client.admin());
            default -> call.as(pia);
        };
    }

    private static JdbcClient database() {
        return TestNode.shared().bean(JdbcClient.class);
    }
}
