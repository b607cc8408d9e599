package com.emlyon.connect.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Multipart;
import com.emlyon.connect.contract.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks the routes one by one for what each has to say: each success, and each refusal of its own. */
final class Answers {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String EVENT = "{\"title\":\"Gala\",\"description\":\"Au parc\",\"date\":\"2031-05-01\"}";
    private static final String CHECK_IN = "{\"locationName\":\"Le Sucre\",\"latitude\":45,\"longitude\":4.8}";

    private final ContractClient client;
    private final Member pia;
    private final Member max;
    private final Notes notes;

    Answers(ContractClient client) {
        this.client = client;
        this.pia = client.newMember("Pia One");
        this.max = client.newMember("Max Two");
        this.notes = new Notes(client);
    }

    List<Given> all() {
        accounts();
        users();
        avatars();
        sessions();
        checkIns();
        events();
        attendance();
        eventHistory();
        note("GET /api/health", client.get("/api/health"));
        new AdminAnswers(client, notes, pia, max).all();
        return notes.given();
    }

    private void accounts() {
        String route = "POST /api/auth/register";
        String fresh = "{\"email\":\"%s\",\"password\":\"lemotdepasse\",\"name\":\"Ana\"}";
        note(route, client.post("/api/auth/register").json(fresh.formatted(ContractClient.freshEmail())));
        note(route, client.post("/api/auth/register").json(fresh.formatted(pia.email())));
        note("POST /api/auth/login", login(pia.email(), ContractClient.PASSWORD));
        note("POST /api/auth/login", login(pia.email(), "autrechose"));
    }

    private Call login(String email, String password) {
        return client.post("/api/auth/login").json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private void users() {
        revalidated("GET /api/users", "/api/users?q=o&limit=2");
        notePages("GET /api/users", "/api/users");
        revalidated("GET /api/users/me", "/api/users/me");
        note("GET /api/users/me/export", client.get("/api/users/me/export").as(pia));
        revalidated("GET /api/users/me/export/schema", "/api/users/me/export/schema");
        revalidated("GET /api/users/{id}", "/api/users/" + max.id());
        note("GET /api/users/{id}", client.get("/api/users/" + NOBODY).as(pia));
        note("PUT /api/users/me", client.put("/api/users/me").as(pia).json("{\"name\":\"Pia Three\"}"));
        Member eva = client.newMember("Eva Four");
        note("DELETE /api/users/me", client.delete("/api/users/me").as(eva).json("{\"password\":\"autre\"}"));
        note("DELETE /api/users/me", client.delete("/api/users/me").as(eva).json("{\"password\":\"lemotdepasse\"}"));
    }

    private void sessions() {
        String route = "DELETE /api/users/me/sessions/{id}";
        String path = "/api/users/me/sessions";
        Member eva = client.newMember("Eva Four");
        notes.revalidated("GET " + path, path, eva);
        String other = login(eva);
        String password = "{\"currentPassword\":\"%s\",\"newPassword\":\"lemotdepasse\"}";
        String change = "PUT /api/users/me/password";
        note(change, client.put("/api/users/me/password").as(eva).json(password.formatted("autre")));
        note(change, client.put("/api/users/me/password").as(eva).json(password.formatted("lemotdepasse")));
        assertThat(client.get(path).bearer(other).send().status()).isEqualTo(401);
        note("POST /api/ws-tickets", client.post("/api/ws-tickets").as(eva));
        note(route, client.delete(path + "/" + NOBODY).as(eva));
        String session = client.get(path).as(eva).send().string("/data/0/id");
        note(route, client.delete(path + "/" + session).as(eva));
        note("DELETE " + path + "/current", client.delete(path + "/current").bearer(login(eva)));
        note("DELETE " + path, client.delete(path).bearer(login(eva)));
    }

    private String login(Member member) {
        return login(member.email(), ContractClient.PASSWORD).send().string("/data/token");
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
        note(route, upload(picture("\0\0\0\u0018ftypheic\0\0\0\0")));
        note(route, upload(picture("\0\0\0\u0018ftypmp42\0\0\0\0")));
        note(route, upload(picture("")));
        note(route, upload(picture("GIF89a")));
        note(route, upload(Multipart.avatar("a".repeat(5_000) + ".png", "image/png", Pictures.png())));
        Multipart many = new Multipart();
        for (int i = 0; i < 51; i++) {
            many.file("f" + i, "a.png", "image/png", new byte[1]);
        }
        note(route, upload(many));
        String picture = uploaded.string("/data/avatarUrl");
        String served = "GET /uploads/avatars/{name}";
        revalidated(served, picture);
        note(served, client.get(picture).header("Range", "bytes=0-9"));
        note(served, client.get(picture).header("Range", "bytes=1000000-"));
        note(served, client.get("/uploads/avatars/nobody.png"));
    }

    private static Multipart picture(String content) {
        return Multipart.avatar("a.jpg", "image/jpeg", content.getBytes(StandardCharsets.ISO_8859_1));
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
        notePages("GET /api/checkins", "/api/checkins");
        note("GET /api/checkins", client.get("/api/checkins?bbox=1,2").as(pia));
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
        notePages("GET /api/events", "/api/events");
        note("GET /api/events", client.get("/api/events?from=demain").as(pia));
        note("GET /api/events", client.get("/api/events?since=6").as(pia));
        revalidated("GET /api/events/{id}", path);
        note("GET /api/events/{id}", client.get("/api/events/" + NOBODY).as(pia));
        note("PUT /api/events/{id}", client.put(path).as(pia).json("{\"title\":\"Bal\"}"));
        note("PUT /api/events/{id}", client.put(path).as(max).json("{\"title\":\"Bal\"}"));
        note("PUT /api/events/{id}", client.put("/api/events/" + NOBODY).as(pia));
        note("DELETE /api/events/{id}", client.delete(path).as(max));
        note("DELETE /api/events/{id}", client.delete(path).as(pia));
        note("DELETE /api/events/{id}", client.delete(path).as(pia));
    }

    private void notePages(String route, String path) {
        note(route, client.get(path + "?limit=0").as(pia));
        note(route, client.get(path + "?after=" + NOBODY).as(pia));
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

    private void revalidated(String route, String path) {
        notes.revalidated(route, path, pia);
    }

    private Answer note(String route, Call call) {
        return notes.note(route, call);
    }
}
