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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields that exist somewhere inside, sent along with every body: none of them is assigned. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldsNobodyAskedForTest {

    private static final String LONG_AGO = "1999-01-02";

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
    private final Member chef = client.admin();
    private final Member max = client.newMember("Max Two");
    private final Member pia = client.newMember("Pia One");
    private final String event = client.newEvent(pia, "Gala", "2031-05-01");

    /** What each body holds when nobody means harm, and how that is answered. */
    private final Map<String, Honest> bodies = Map.of(
            "POST /api/auth/register",
            new Honest(
                    201,
                    "\"email\":\"FRESH\",\"password\":\"lemotdepasse\",\"name\":\"Zoé\"",
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

    /** One value a body, as of a field that comes twice only the last counts. */
    private enum Value {
        TEXT,
        OBJECT,
        TRUE,
        ONE_THAT_MATTERS
    }

    static Stream<Arguments> bodies() {
        return ROUTES.stream().flatMap(route -> Stream.of(Value.values()).map(value -> Arguments.of(route, value)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatABodySaysBesideItsFieldsIsNotAssigned(Route route, Value value) {
        // given
        assertThat(bodies).as("an honest body for each route").containsKey(route.toString());
        Honest honest = Objects.requireNonNull(bodies.get(route.toString()));
        Member member = route.path().endsWith("password") ? client.newMember("Zoé") : pia;

        // when
        Answer answer = client.call(route.method(), route.pathTo(event))
                .as(member)
                .json("{%s,%s}"
                        .formatted(extra(honest, value), honest.fields().replace("FRESH", ContractClient.freshEmail())))
                .send();

        // then
        assertThat(answer).hasStatus(honest.status());
        assertThat(answer.text()).doesNotContain(mark, chef.id(), chef.email(), LONG_AGO);
        Member concerned = route.path().startsWith("/api/auth/") ? ContractClient.memberOf(answer) : member;
        isNobodyElseAndMayNoMore(concerned);
        isNobodyElseAndMayNoMore(pia);
        assertThat(client.login(concerned.email(), ContractClient.PASSWORD)).hasStatus(200);
        if (route.toString().equals("POST /api/events")) {
            isStillOf(pia, answer.string("/data/id"));
        }
        isStillOf(pia, event);
    }

    private void isNobodyElseAndMayNoMore(Member member) {
        Answer me = client.get("/api/users/me").as(member).send();
        assertThat(me.string("/data/id")).isEqualTo(member.id()).isNotEqualTo(chef.id());
        assertThat(me.string("/data/email")).isEqualTo(member.email());
        assertThat(me.string("/data/createdAt")).isEqualTo(member.createdAt());
        Stream.of("/api/admin/projections", "/api/admin/audit", "/api/admin/history/" + chef.id())
                .forEach(door -> assertThat(client.get(door).as(member).send()).hasStatus(403));
        Stream.of("/api/users", "/api/users/me", "/api/checkins", "/api/events", "/api/users/me/sessions")
                .forEach(list ->
                        assertThat(client.get(list).as(member).send().text()).doesNotContain(mark, LONG_AGO));
    }

    private void isStillOf(Member creator, String id) {
        Answer shown = client.get("/api/events/" + id).as(max).send();
        assertThat(shown.string("/data/creator/id")).isEqualTo(creator.id());
        assertThat(shown.text()).doesNotContain(chef.id());
    }

    private String extra(Honest honest, Value value) {
        return FIELDS.stream()
                .filter(field -> !honest.fields().contains("\"%s\":".formatted(field)))
                .filter(field -> !honest.taken().contains(field))
                .map(field -> "\"%s\":%s".formatted(field, written(field, value)))
                .collect(Collectors.joining(","));
    }

    private String written(String field, Value value) {
        return switch (value) {
            case TEXT -> "\"%s\"".formatted(mark);
            case OBJECT -> "{\"id\":\"%1$s\",\"set\":\"%1$s\"}".formatted(mark);
            case TRUE -> "true";
            case ONE_THAT_MATTERS -> oneThatMatters(field);
        };
    }

    /** What would make one an administrator, or somebody else, or older. */
    private String oneThatMatters(String field) {
        return switch (field) {
            case "role" -> "\"ADMIN\"";
            case "roles", "authorities" -> "[\"ADMIN\",\"ROLE_ADMIN\"]";
            case "admin", "isAdmin", "verified", "cancelled" -> "true";
            case "creator", "owner", "user" -> "{\"id\":\"%s\"}".formatted(chef.id());
            case "attendees" -> "[\"%s\"]".formatted(chef.id());
            case "email" -> "\"%s\"".formatted(chef.email());
            case "password" -> "\"unautremotdepasse\"";
            case "createdAt", "updatedAt", "timestamp", "at", "recordedAt" ->
                "\"%sT08:00:00.000Z\"".formatted(LONG_AGO);
            case "position", "sequence" -> "0";
            case "token" -> "\"%s\"".formatted(chef.token());
            case "class", "__proto__", "constructor" -> "{\"role\":\"ADMIN\",\"isAdmin\":true}";
            default -> "\"%s\"".formatted(chef.id());
        };
    }

    /** A body, how it is answered, and the optional fields that it may have, too. */
    private record Honest(int status, String fields, List<String> taken) {}
}
