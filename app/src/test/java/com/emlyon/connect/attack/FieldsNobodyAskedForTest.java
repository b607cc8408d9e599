package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields that exist somewhere inside, sent along with every body: none of them is assigned. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldsNobodyAskedForTest {

    private static final List<Route> ROUTES = Route.of(TestNode.shared()).stream()
            .filter(route -> !route.fields().isEmpty())
            .toList();

    private static final List<String> FIELDS = List.of(
            "id",
            "_id",
            "userId",
            "accountId",
            "account",
            "user",
            "creator",
            "creatorId",
            "attendees",
            "owner",
            "email",
            "emailKey",
            "password",
            "passwordHash",
            "hash",
            "role",
            "roles",
            "admin",
            "isAdmin",
            "authorities",
            "verified",
            "createdAt",
            "updatedAt",
            "timestamp",
            "at",
            "recordedAt",
            "position",
            "sequence",
            "stream",
            "until",
            "token",
            "sid",
            "session",
            "sessionId",
            "avatarUrl",
            "promotion",
            "cancelled",
            "success",
            "message",
            "data",
            "class",
            "__proto__",
            "constructor");

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final String mark = ContractClient.unique();
    private final Member max = client.newMember("Max Two");
    private final Member pia = client.newMember("Pia One");
    private final String event = client.newEvent(pia, "Gala", "2031-05-01");

    /** What each body holds when nobody means harm, and how that is answered. */
    private final Map<String, Honest> bodies = Map.of(
            "POST /api/auth/register",
            new Honest(
                    201,
                    "\"email\":\"%s@emlyon.com\",\"password\":\"lemotdepasse\",\"name\":\"Zoé\""
                            .formatted("a" + ContractClient.unique()),
                    List.of("avatarUrl", "promotion")),
            "POST /api/auth/login",
            new Honest(200, "\"email\":\"%s\",\"password\":\"lemotdepasse\"".formatted(max.email()), List.of()),
            "POST /api/checkins",
            new Honest(201, "\"locationName\":\"Bar du Port\",\"latitude\":45.76,\"longitude\":4.83", List.of()),
            "POST /api/events",
            new Honest(201, "\"title\":\"Gala\",\"description\":\"Au parc\",\"date\":\"2031-05-01\"", List.of()),
            "PUT /api/events/{id}",
            new Honest(200, "\"title\":\"Bal\"", List.of()),
            "PUT /api/users/me",
            new Honest(200, "\"name\":\"Pia Two\"", List.of()),
            "PUT /api/users/me/password",
            new Honest(200, "\"currentPassword\":\"lemotdepasse\",\"newPassword\":\"lemotdepasse\"", List.of()),
            "DELETE /api/users/me",
            new Honest(403, "\"password\":\"another\"", List.of()));

    static Stream<Route> routesWithBodies() {
        return ROUTES.stream();
    }

    @ParameterizedTest
    @MethodSource("routesWithBodies")
    void whatABodySaysBesideItsFieldsIsNotAssigned(Route route) {
        // given
        assertThat(bodies).as("an honest body for each route").containsKey(route.toString());
        Honest honest = Objects.requireNonNull(bodies.get(route.toString()));
        Member member = route.path().endsWith("password") ? client.newMember("Zoé") : pia;

        // when
        Answer answer = client.call(route.method(), route.pathTo(event))
                .as(member)
                .json("{%s,%s}".formatted(marked(honest), honest.fields()))
                .send();

        // then
        assertThat(answer).hasStatus(honest.status());
        assertThat(answer.text()).doesNotContain(mark);
        Stream.of("/api/users", "/api/users/me", "/api/checkins", "/api/events", "/api/users/me/sessions")
                .forEach(list ->
                        assertThat(client.get(list).as(pia).send().text()).doesNotContain(mark, max.id() + mark));
        assertThat(client.get("/api/admin/projections").as(pia).send()).hasStatus(403);
        Answer stillTheSame = client.get("/api/users/me").as(pia).send();
        assertThat(stillTheSame.string("/data/id")).isEqualTo(pia.id());
        assertThat(stillTheSame.string("/data/email")).isEqualTo(pia.email());
        assertThat(stillTheSame.string("/data/createdAt")).isEqualTo(pia.createdAt());
        assertThat(client.login(pia.email(), ContractClient.PASSWORD)).hasStatus(200);
        assertThat(client.get("/api/events/" + event).as(max).send().string("/data/creator/id"))
                .isEqualTo(pia.id());
    }

    private String marked(Honest honest) {
        return FIELDS.stream()
                .filter(field -> !honest.fields().contains("\"%s\":".formatted(field)))
                .filter(field -> !honest.taken().contains(field))
                .map(field ->
                        "\"%s\":{\"id\":\"%s\",\"set\":\"%s\"},\"%s\":\"%s\"".formatted(field, mark, mark, field, mark))
                .collect(Collectors.joining(","));
    }

    /** A body, how it is answered, and the optional fields that it may have, too. */
    private record Honest(int status, String fields, List<String> taken) {}
}
