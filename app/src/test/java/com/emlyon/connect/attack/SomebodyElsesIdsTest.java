package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Max goes through all routes of the running service with the ids of what is Pia's. A route that is not spoken of here fails:
 * whoever adds one says what others get there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SomebodyElsesIdsTest {

    private static final List<Route> ROUTES = Route.of(TestNode.shared());

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");
    private final String checkIn = client.newCheckIn(pia, "Bar du Port");
    private final String event = client.newEvent(pia, "Gala", "2031-05-01");
    private final String picture = client.newAvatar(pia).replaceFirst(".*/", "");
    private final String session = sessions().at("/data/0/id").stringValue();

    /** What others get where an id stands in the path; below {@code /api/admin} it is always 403. */
    private final Map<String, Attempt> attempts = Map.ofEntries(
            Map.entry("DELETE /api/checkins/{id}", new Attempt(checkIn, 403, "Non autorisé")),
            Map.entry("PUT /api/events/{id}", new Attempt(event, 403, "Non autorisé")),
            Map.entry("DELETE /api/events/{id}", new Attempt(event, 403, "Non autorisé")),
            Map.entry(
                    "GET /api/events/{id}/history", new Attempt(event, 403, "Vous ne participez pas à cet événement")),
            Map.entry(
                    "DELETE /api/events/{id}/attend",
                    new Attempt(event, 400, "Vous ne participez pas à cet événement")),
            Map.entry("DELETE /api/users/me/sessions/{id}", new Attempt(session, 404, "Session introuvable")));

    /** What is there for everybody: a campus shows who is where, and who comes. */
    private final Map<String, String> forEverybody = Map.of(
            "GET /api/checkins/user/{account}",
            pia.id(),
            "GET /api/events/{id}",
            event,
            "GET /api/users/{id}",
            pia.id(),
            "GET /uploads/avatars/{name}",
            picture);

    /** What Max does there is his own. */
    private static final List<String> ONES_OWN = List.of("POST /api/events/{id}/attend");

    /** Who has no token yet. */
    private static final List<String> WITHOUT_TOKEN = List.of(
            "POST /api/auth/register", "POST /api/auth/login", "GET /api/health", "GET /uploads/avatars/{name}");

    static Stream<Route> routesWithIds() {
        return ROUTES.stream().filter(Route::hasVariable);
    }

    @ParameterizedTest
    @MethodSource("routesWithIds")
    void whatIsPiasIsNotForMax(Route route) {
        // given
        String before = everythingOfPia();

        // when
        if (route.isForAdmins()) {
            Stream.of(checkIn, event, session, pia.id(), "presence-" + pia.id(), "events", "1")
                    .forEach(id -> assertThat(ask(route, id)).isFailure(403, "Non autorisé"));
        } else if (attempts.containsKey(route.toString())) {
            Attempt attempt = attempts.get(route.toString());
            assertThat(ask(route, attempt.id())).isFailure(attempt.status(), attempt.message());
        } else if (forEverybody.containsKey(route.toString())) {
            Answer answer = ask(route, forEverybody.get(route.toString()));
            assertThat(answer).hasStatus(200);
            assertThat(answer.text()).doesNotContain(pia.email());
        } else {
            assertThat(ONES_OWN).as("what others get at a route").contains(route.toString());
        }

        // then
        assertThat(everythingOfPia()).isEqualTo(before);
    }

    static Stream<Route> routes() {
        return ROUTES.stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void withoutATokenEveryRouteIsClosedThatIsNotMeantToBeOpen(Route route) {
        if (!WITHOUT_TOKEN.contains(route.toString())) {
            assertThat(client.call(route.method(), route.pathTo(event))
                            .json("{}")
                            .send())
                    .isFailure(401, "Token non fourni");
        }
    }

    @Test
    void anIdIsOfOneKind() {
        // given
        Member chef = client.admin();
        List<String> ofOtherKinds = List.of(
                pia.id(), chef.id(), "presence-" + pia.id(), checkIn, session, "email-" + "0".repeat(64), "accounts");

        // then
        for (String id : ofOtherKinds) {
            for (Call call : List.of(
                    client.put("/api/events/" + id),
                    client.delete("/api/events/" + id),
                    client.post("/api/events/" + id + "/attend"),
                    client.delete("/api/events/" + id + "/attend"),
                    client.get("/api/events/" + id + "/history"),
                    client.get("/api/events/" + id))) {
                assertThat(call.as(pia).send()).isFailure(404, "Événement introuvable");
            }
            assertThat(client.delete("/api/checkins/" + event).as(pia).send()).isFailure(404, "Check-in introuvable");
        }
        assertThat(client.get("/api/users/" + event).as(max).send()).isFailure(404, "Utilisateur introuvable");
    }

    @Test
    void whatWasOnlyReadUnderAWrongIdCanBeChangedAfterwards() {
        // given
        assertThat(client.post("/api/events/" + pia.id() + "/attend").as(max).send())
                .hasStatus(404);

        // then
        assertThat(client.put("/api/users/me")
                        .as(pia)
                        .json("{\"name\":\"Pia One\"}")
                        .send())
                .hasStatus(200);
        assertThat(client.put("/api/events/" + event).as(pia).json("{}").send()).hasStatus(200);
    }

    private Answer ask(Route route, String id) {
        return client.call(route.method(), route.pathTo(id)).as(max).json("{}").send();
    }

    private String everythingOfPia() {
        return String.join(
                "\n",
                client.get("/api/users/me").as(pia).send().text(),
                client.get("/api/checkins/user/" + pia.id()).as(pia).send().text(),
                client.get("/api/events/" + event)
                        .as(pia)
                        .send()
                        .at("/data/creator")
                        .toString(),
                client.get("/api/events/" + event)
                        .as(pia)
                        .send()
                        .at("/data/attendees/0")
                        .toString(),
                sessions().text(),
                String.valueOf(client.get("/uploads/avatars/" + picture).send().status()));
    }

    private Answer sessions() {
        return client.get("/api/users/me/sessions").as(pia).send();
    }

    /** What Max tries, and what he is told. */
    private record Attempt(String id, int status, String message) {}
}
