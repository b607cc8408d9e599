package com.emlyon.connect.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Multipart;
import com.emlyon.connect.contract.Pictures;
import com.emlyon.connect.rebuild.HeldRebuilds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Asks the routes one by one for what each has to say: each success, and each refusal of its own. */
final class Answers {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String EVENT = "{\"title\":\"Gala\",\"description\":\"Au parc\",\"date\":\"2031-05-01\"}";
    private static final String CHECK_IN = "{\"locationName\":\"Le Sucre\",\"latitude\":45,\"longitude\":4.8}";

    private final ContractClient client;
    private final Member pia;
    private final Member max;
    private final Member admin;
    private final List<Given> given = new ArrayList<>();

    Answers(ContractClient client) {
        this.client = client;
        this.pia = client.newMember("Pia One");
        this.max = client.newMember("Max Two");
        this.admin = client.admin();
    }

    List<Given> all() {
        accounts();
        users();
        avatars();
        checkIns();
        events();
        attendance();
        eventHistory();
        streams();
        projections();
        parkedFacts();
        past();
        note("GET /api/health", client.get("/api/health"));
        return given;
    }

    private void accounts() {
        String route = "POST /api/auth/register";
        String fresh = "{\"email\":\"%s\",\"password\":\"motdepasse\",\"name\":\"Ana\"}";
        note(route, client.post("/api/auth/register").json(fresh.formatted(ContractClient.freshEmail())));
        note(route, client.post("/api/auth/register").json(fresh.formatted(pia.email())));
        note("POST /api/auth/login", login(pia.email(), ContractClient.PASSWORD));
        note("POST /api/auth/login", login(pia.email(), "autrechose"));
    }

    private Call login(String email, String password) {
        return client.post("/api/auth/login").json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private void users() {
        revalidated("GET /api/users", "/api/users");
        revalidated("GET /api/users/me", "/api/users/me");
        revalidated("GET /api/users/{id}", "/api/users/" + max.id());
        note("GET /api/users/{id}", client.get("/api/users/" + NOBODY).as(pia));
        note("PUT /api/users/me", client.put("/api/users/me").as(pia).json("{\"name\":\"Pia Three\"}"));
        Member eva = client.newMember("Eva Four");
        note("DELETE /api/users/me", client.delete("/api/users/me").as(eva).json("{\"password\":\"autre\"}"));
        note("DELETE /api/users/me", client.delete("/api/users/me").as(eva).json("{\"password\":\"motdepasse\"}"));
    }

    private void avatars() {
        String route = "POST /api/users/me/avatar";
        Answer uploaded = note(route, upload(Multipart.avatar("a.png", "image/png", Pictures.png())));
        note(route, client.post("/api/users/me/avatar").as(pia));
        note(route, upload(new Multipart().file("other", "a.png", "image/png", Pictures.png())));
        note(route, upload(Multipart.avatar("a.txt", "text/plain", Pictures.png())));
        note(route, client.post("/api/users/me/avatar").as(pia).header("Content-Type", "multipart/form-data"));
        note(route, upload(Multipart.avatar("a.png", "image/png", Pictures.pngOfSize(5 * 1024 * 1024))));
        note(route, upload(Multipart.avatar("a.png", "image/png", Pictures.pngThatClaims(10_000, 10_000))));
        String picture = uploaded.string("/data/avatarUrl");
        String served = "GET /uploads/avatars/{name}";
        revalidated(served, picture);
        note(served, client.get(picture).header("Range", "bytes=0-9"));
        note(served, client.get(picture).header("Range", "bytes=1000000-"));
        note(served, client.get("/uploads/avatars/nobody.png"));
    }

    private Call upload(Multipart form) {
        return client.post("/api/users/me/avatar").as(pia).multipart(form);
    }

    private void checkIns() {
        note(
                "GET /api/checkins/user/{account}",
                client.get("/api/checkins/user/" + pia.id()).as(pia));
        Answer made =
                note("POST /api/checkins", client.post("/api/checkins").as(pia).json(CHECK_IN));
        revalidated("GET /api/checkins", "/api/checkins");
        revalidated("GET /api/checkins/user/{account}", "/api/checkins/user/" + pia.id());
        String path = "/api/checkins/" + made.string("/data/id");
        note("DELETE /api/checkins/{id}", client.delete(path).as(max));
        note("DELETE /api/checkins/{id}", client.delete(path).as(pia));
        note("DELETE /api/checkins/{id}", client.delete(path).as(pia));
    }

    private void events() {
        Answer created =
                note("POST /api/events", client.post("/api/events").as(pia).json(EVENT));
        String path = "/api/events/" + created.string("/data/id");
        revalidated("GET /api/events", "/api/events?upcoming=true");
        revalidated("GET /api/events/{id}", path);
        note("GET /api/events/{id}", client.get("/api/events/" + NOBODY).as(pia));
        note("PUT /api/events/{id}", client.put(path).as(pia).json("{\"title\":\"Bal\"}"));
        note("PUT /api/events/{id}", client.put(path).as(max).json("{\"title\":\"Bal\"}"));
        note("PUT /api/events/{id}", client.put("/api/events/" + NOBODY).as(pia));
        note("DELETE /api/events/{id}", client.delete(path).as(max));
        note("DELETE /api/events/{id}", client.delete(path).as(pia));
        note("DELETE /api/events/{id}", client.delete(path).as(pia));
    }

    private void attendance() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        String join = "POST /api/events/{id}/attend";
        String leave = "DELETE /api/events/{id}/attend";
        String path = "/api/events/" + event + "/attend";
        note(join, client.post(path).as(max));
        note(join, client.post(path).as(max));
        note(join, client.post("/api/events/" + NOBODY + "/attend").as(max));
        note(leave, client.delete(path).as(max));
        note(leave, client.delete(path).as(max));
        note(leave, client.delete(path).as(pia));
        note(leave, client.delete("/api/events/" + NOBODY + "/attend").as(max));
    }

    private void eventHistory() {
        String route = "GET /api/events/{id}/history";
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        String path = "/api/events/" + event + "/history";
        client.put("/api/events/" + event).as(pia).json("{\"title\":\"Bal\"}").send();
        note(route, client.get(path).as(max));
        note(route, client.get("/api/events/" + NOBODY + "/history").as(max));
        client.post("/api/events/" + event + "/attend").as(max).send();
        client.delete("/api/events/" + event + "/attend").as(max).send();
        client.delete("/api/events/" + event).as(pia).send();
        revalidated(route, path);
    }

    private void streams() {
        String route = "GET /api/admin/history/{stream}";
        String path = "/api/admin/history/" + pia.id();
        note(route, client.get(path).as(max));
        note(route, client.get("/api/admin/history/" + NOBODY).as(admin));
        note(route, client.get(path + "?after=x").as(admin));
        note(route, client.get(path + "?limit=0").as(admin));
        revalidated(route, path, admin);
        revalidated(route, "/api/admin/history/presence-" + pia.id(), admin);
    }

    private void projections() {
        String path = "/api/admin/projections";
        String one = "GET /api/admin/projections/{name}";
        String rebuild = "POST /api/admin/projections/{name}/rebuild";
        String several = "POST /api/admin/projections/rebuild";
        String cancel = "DELETE /api/admin/projections/{name}/rebuild";
        note("GET " + path, client.get(path).as(max));
        note(one, client.get(path + "/nope").as(admin));
        note(one, client.get(path + "/events").as(max));
        note(rebuild, client.post(path + "/nope/rebuild").as(admin));
        note(rebuild, client.post(path + "/events/rebuild").as(max));
        note(several, client.post(path + "/rebuild?name=nope").as(admin));
        note(several, client.post(path + "/rebuild").as(max));
        note(cancel, client.delete(path + "/nope/rebuild").as(admin));
        note(cancel, client.delete(path + "/events/rebuild").as(admin));
        note(cancel, client.delete(path + "/events/rebuild").as(max));
        try (HeldRebuilds held = HeldRebuilds.of(TestNode.shared(), "events")) {
            assertThat(held).isNotNull();
            note(rebuild, client.post(path + "/events/rebuild").as(admin));
            note(rebuild, client.post(path + "/events/rebuild").as(admin));
            note(several, client.post(path + "/rebuild?name=events").as(admin));
            revalidated("GET " + path, path, admin);
            revalidated(one, path + "/events", admin);
            note(cancel, client.delete(path + "/events/rebuild").as(admin));
            note(several, client.post(path + "/rebuild?name=events").as(admin));
            note(cancel, client.delete(path + "/events/rebuild").as(admin));
        }
    }

    private void parkedFacts() {
        Poison poison = new Poison(TestNode.shared());
        String student = UUID.randomUUID().toString();
        long broken = poison.brokenCheckOut(student, 0);
        String all = "/api/admin/projections/check-ins/parked";
        String one = all + "/" + broken;
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> client.get(one).as(admin).send().status() == 200);
        revalidated("GET /api/admin/projections/{name}/parked", all, admin);
        revalidated("GET /api/admin/projections/{name}/parked/{position}", one, admin);
        note(
                "POST /api/admin/projections/{name}/parked/retry",
                client.post(all + "/retry").as(admin));
        String retry = "POST /api/admin/projections/{name}/parked/{position}/retry";
        note(retry, client.post(one + "/retry").as(admin));
        String discard = "DELETE /api/admin/projections/{name}/parked/{position}";
        note(discard, client.delete(one).as(admin));
        parkedFacts(admin, one);
        parkedFacts(admin, "/api/admin/projections/nope/parked/1");
        parkedFacts(max, one);
    }

    /** Asks for what is not there, or not for the one who asks. */
    private void parkedFacts(Member member, String path) {
        String all = path.substring(0, path.lastIndexOf('/'));
        if (!member.equals(admin) || all.contains("nope")) {
            note("GET /api/admin/projections/{name}/parked", client.get(all).as(member));
            note(
                    "POST /api/admin/projections/{name}/parked/retry",
                    client.post(all + "/retry").as(member));
        }
        note(
                "GET /api/admin/projections/{name}/parked/{position}",
                client.get(path).as(member));
        note(
                "POST /api/admin/projections/{name}/parked/{position}/retry",
                client.post(path + "/retry").as(member));
        note(
                "DELETE /api/admin/projections/{name}/parked/{position}",
                client.delete(path).as(member));
    }

    private void past() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        String checkIn = client.newCheckIn(pia, "Le Sucre");
        past("GET /api/admin/events/{id}", "/api/admin/events/", event);
        past("GET /api/admin/accounts/{id}", "/api/admin/accounts/", pia.id());
        past("GET /api/admin/check-ins/{id}", "/api/admin/check-ins/", checkIn);
        past("GET /api/admin/check-ins/user/{account}", "/api/admin/check-ins/user/", pia.id());
    }

    private void past(String route, String path, String id) {
        note(route, client.get(path + id).as(max));
        note(route, client.get(path + NOBODY).as(admin));
        note(route, client.get(path + id + "?asOf=yesterday").as(admin));
        note(route, client.get(path + id + "?asOf=2999-01-01T00:00:00Z").as(admin));
        revalidated(route, path + id, admin);
    }

    private void revalidated(String route, String path) {
        revalidated(route, path, pia);
    }

    /** Asks once, and again with the ETag of the answer. */
    private void revalidated(String route, String path, Member member) {
        String etag = note(route, client.get(path).as(member)).header("ETag").orElseThrow();
        note(route, client.get(path).as(member).header("If-None-Match", etag));
    }

    private Answer note(String route, Call call) {
        Answer answer = call.send();
        given.add(new Given(Route.of(route), answer));
        return answer;
    }
}
