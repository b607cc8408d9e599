package com.emlyon.connect.documentation;

import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.rebuild.HeldRebuilds;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Asks the routes of administrators one by one for what each has to say: each success, and each refusal of its own. */
final class AdminAnswers {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private final ContractClient client;
    private final Notes notes;
    private final Member pia;
    private final Member max;
    private final Member admin;

    /** Asks about the one student, and as the other one where students may not ask. */
    AdminAnswers(ContractClient client, Notes notes, Member pia, Member max) {
        this.client = client;
        this.notes = notes;
        this.pia = pia;
        this.max = max;
        this.admin = client.admin();
    }

    void all() {
        streams();
        auditTrail();
        logLevels();
        projections();
        parkedFacts();
        past();
    }

    private void streams() {
        String route = "GET /api/admin/history/{stream}";
        String path = "/api/admin/history/" + pia.id();
        notes.note(route, client.get(path).as(max));
        notes.note(route, client.get("/api/admin/history/" + NOBODY).as(admin));
        notes.note(route, client.get(path + "?after=x").as(admin));
        notes.note(route, client.get(path + "?limit=0").as(admin));
        notes.revalidated(route, path, admin);
        notes.revalidated(route, "/api/admin/history/presence-" + pia.id(), admin);
    }

    /** Of long ago: each look at the trail is entered itself, and would make the next answer another one. */
    private void auditTrail() {
        String path = "/api/admin/audit";
        String route = "GET " + path;
        notes.note(route, client.get(path).as(max));
        notes.note(route, client.get(path).as(admin));
        for (String mistake : List.of("before=0", "limit=0", "kind=x", "from=x")) {
            notes.note(route, client.get(path + "?" + mistake).as(admin));
        }
        notes.revalidated(route, path + "?until=2020-01-01T00:00:00Z", admin);
    }

    private void logLevels() {
        String path = "/api/admin/log-levels";
        String one = path + "/com.emlyon.connect.app.logging";
        String set = "PUT /api/admin/log-levels/{logger}";
        String reset = "DELETE /api/admin/log-levels/{logger}";
        notes.note("GET " + path, client.get(path).as(max));
        notes.revalidated("GET " + path, path, admin);
        notes.note(set, client.put(one + "?level=WARN").as(max));
        notes.note(set, client.put(one + "?level=warn").as(admin));
        notes.note(set, client.put(path + "/nope?level=WARN").as(admin));
        notes.note(set, client.put(one + "?level=WARN").as(admin));
        notes.note(reset, client.delete(one).as(max));
        notes.note(reset, client.delete(path + "/nope").as(admin));
        notes.note(reset, client.delete(one).as(admin));
    }

    private void projections() {
        String path = "/api/admin/projections";
        String one = "GET /api/admin/projections/{name}";
        String rebuild = "POST /api/admin/projections/{name}/rebuild";
        String several = "POST /api/admin/projections/rebuild";
        String cancel = "DELETE /api/admin/projections/{name}/rebuild";
        notes.note("GET " + path, client.get(path).as(max));
        notes.note(one, client.get(path + "/nope").as(admin));
        notes.note(one, client.get(path + "/events").as(max));
        notes.note(rebuild, client.post(path + "/nope/rebuild").as(admin));
        notes.note(rebuild, client.post(path + "/events/rebuild").as(max));
        notes.note(several, client.post(path + "/rebuild?name=nope").as(admin));
        notes.note(several, client.post(path + "/rebuild").as(max));
        notes.note(cancel, client.delete(path + "/nope/rebuild").as(admin));
        notes.note(cancel, client.delete(path + "/events/rebuild").as(admin));
        notes.note(cancel, client.delete(path + "/events/rebuild").as(max));
        try (HeldRebuilds _ = HeldRebuilds.of(TestNode.shared(), "events")) {
            notes.note(rebuild, client.post(path + "/events/rebuild").as(admin));
            notes.note(rebuild, client.post(path + "/events/rebuild").as(admin));
            notes.note(several, client.post(path + "/rebuild?name=events").as(admin));
            notes.revalidated("GET " + path, path, admin);
            notes.revalidated(one, path + "/events", admin);
            notes.note(cancel, client.delete(path + "/events/rebuild").as(admin));
            notes.note(several, client.post(path + "/rebuild?name=events").as(admin));
            notes.note(cancel, client.delete(path + "/events/rebuild").as(admin));
        }
    }

    private void parkedFacts() {
        Poison poison = new Poison(TestNode.shared());
        String student = UUID.randomUUID().toString();
        long broken = poison.brokenCheckOut(student, 0);
        String all = "/api/admin/projections/check-ins/parked";
        String one = all + "/" + broken;
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> client.get(one).as(admin).send().status() == 200);
        notes.revalidated("GET /api/admin/projections/{name}/parked", all, admin);
        notes.revalidated("GET /api/admin/projections/{name}/parked/{position}", one, admin);
        notes.note(
                "POST /api/admin/projections/{name}/parked/retry",
                client.post(all + "/retry").as(admin));
        String retry = "POST /api/admin/projections/{name}/parked/{position}/retry";
        notes.note(retry, client.post(one + "/retry").as(admin));
        String discard = "DELETE /api/admin/projections/{name}/parked/{position}";
        notes.note(discard, client.delete(one).as(admin));
        parkedFacts(admin, one);
        parkedFacts(admin, "/api/admin/projections/nope/parked/1");
        parkedFacts(max, one);
    }

    /** Asks for what is not there, or not for the one who asks. */
    private void parkedFacts(Member member, String path) {
        String all = path.substring(0, path.lastIndexOf('/'));
        if (!member.equals(admin) || all.contains("nope")) {
            notes.note(
                    "GET /api/admin/projections/{name}/parked", client.get(all).as(member));
            notes.note(
                    "POST /api/admin/projections/{name}/parked/retry",
                    client.post(all + "/retry").as(member));
        }
        notes.note(
                "GET /api/admin/projections/{name}/parked/{position}",
                client.get(path).as(member));
        notes.note(
                "POST /api/admin/projections/{name}/parked/{position}/retry",
                client.post(path + "/retry").as(member));
        notes.note(
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
        notes.note(route, client.get(path + id).as(max));
        notes.note(route, client.get(path + NOBODY).as(admin));
        notes.note(route, client.get(path + id + "?asOf=yesterday").as(admin));
        notes.note(route, client.get(path + id + "?asOf=2999-01-01T00:00:00Z").as(admin));
        notes.revalidated(route, path + id, admin);
    }
}
