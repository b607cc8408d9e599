package com.emlyon.connect.promise.order;

import static com.emlyon.connect.promise.order.Write.checkInsIn;
import static com.emlyon.connect.promise.order.Write.eventsIn;
import static com.emlyon.connect.promise.order.Write.isAbout;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** Every writing route of the wire contract, and of the project's own. */
final class Writes {

    private final Wire node;
    private final Person pia;
    private final Person max;

    /** Prepares on this node. */
    Writes(Wire node) throws IOException {
        this.node = node;
        this.pia = Person.registered(node, "Pia One");
        this.max = Person.registered(node, "Max Two");
    }

    /** Somebody who is there to look. */
    Person observer() {
        return pia;
    }

    List<Write> all() throws IOException {
        return List.of(
                register(),
                checkIn(),
                checkOut(),
                create(),
                update(),
                join(),
                leave(),
                cancel(),
                rename(),
                picture(),
                goodbye());
    }

    private Write register() {
        String name = fresh("Nina");
        return new Write(
                "POST /api/auth/register",
                node -> node.register(name),
                reply -> reply.data("/user/name").equals(name)
                        && !reply.data("/token").isEmpty(),
                node -> items(node, "/api/users").anyMatch(user -> is(user, "/name", name)),
                frame -> true,
                false);
    }

    private Write checkIn() {
        String place = fresh("Le Sucre");
        Predicate<JsonNode> mine = checkIn -> is(checkIn, "/locationName", place);
        return new Write(
                "POST /api/checkins",
                node -> pia.checkIn(node, place),
                reply -> mine.test(reply.data()),
                node -> items(node, "/api/checkins").anyMatch(mine)
                        && mine.test(
                                read(node, "/api/checkins/user/" + pia.id()).data()),
                frame -> checkInsIn(frame).anyMatch(mine),
                true);
    }

    private Write checkOut() throws IOException {
        String id = max.checkIn(node, "Bar du Port").data("/id");
        return new Write(
                "DELETE /api/checkins/:id",
                node -> node.send("DELETE", "/api/checkins/" + id, max.token(), ""),
                reply -> reply.text().contains("supprimé"),
                node -> items(node, "/api/checkins").noneMatch(has(id))
                        && read(node, "/api/checkins/user/" + max.id()).data().isNull(),
                isAbout("checkIns").and(frame -> checkInsIn(frame).noneMatch(has(id))),
                true);
    }

    private Write create() {
        String title = fresh("Pique-nique");
        Predicate<JsonNode> mine = event -> is(event, "/title", title) && attends(event, pia);
        return new Write(
                "POST /api/events",
                node -> pia.invite(node, title),
                reply -> mine.test(reply.data()),
                node -> items(node, "/api/events").anyMatch(mine),
                frame -> eventsIn(frame).anyMatch(mine),
                true);
    }

    private Write update() throws IOException {
        String id = event();
        String title = fresh("Barbecue");
        Predicate<JsonNode> mine = event -> has(id).test(event) && is(event, "/title", title);
        return new Write(
                "PUT /api/events/:id",
                node -> node.send("PUT", "/api/events/" + id, pia.token(), "{\"title\":\"%s\"}".formatted(title)),
                reply -> mine.test(reply.data()),
                node -> items(node, "/api/events").anyMatch(mine)
                        && mine.test(read(node, "/api/events/" + id).data()),
                frame -> eventsIn(frame).anyMatch(mine),
                true);
    }

    private Write join() throws IOException {
        String id = event();
        Predicate<JsonNode> mine = event -> has(id).test(event) && attends(event, max);
        return new Write(
                "POST /api/events/:id/attend",
                node -> max.join(node, id),
                reply -> reply.text().contains("Participation confirmée"),
                node -> mine.test(read(node, "/api/events/" + id).data()),
                frame -> eventsIn(frame).anyMatch(mine),
                true);
    }

    private Write leave() throws IOException {
        String id = event();
        max.join(node, id);
        Predicate<JsonNode> mine = event -> has(id).test(event) && !attends(event, max);
        return new Write(
                "DELETE /api/events/:id/attend",
                node -> max.leave(node, id),
                reply -> reply.text().contains("Participation annulée"),
                node -> mine.test(read(node, "/api/events/" + id).data()),
                frame -> eventsIn(frame).anyMatch(mine),
                true);
    }

    private Write cancel() throws IOException {
        String id = event();
        return new Write(
                "DELETE /api/events/:id",
                node -> node.send("DELETE", "/api/events/" + id, pia.token(), ""),
                reply -> reply.text().contains("supprimé"),
                node -> items(node, "/api/events").noneMatch(has(id))
                        && read(node, "/api/events/" + id).status() == 404,
                isAbout("events").and(frame -> eventsIn(frame).noneMatch(has(id))),
                true);
    }

    private Write rename() throws IOException {
        String name = fresh("Maxime");
        String event = event();
        max.join(node, event);
        return new Write(
                "PUT /api/users/me",
                node -> max.rename(node, name),
                reply -> reply.data("/name").equals(name),
                node -> is(read(node, "/api/users/" + max.id()).data(), "/name", name)
                        && is(node.get("/api/users/me", max.token()).data(), "/name", name),
                frame -> eventsIn(frame).filter(has(event)).anyMatch(shown -> is(shown, "/attendees/1/name", name)),
                false);
    }

    private Write picture() throws IOException {
        String event = event();
        AtomicReference<String> address = new AtomicReference<>("");
        return new Write(
                "POST /api/users/me/avatar",
                node -> {
                    Reply reply = node.upload(pia.token(), png());
                    address.set(reply.data("/avatarUrl"));
                    return reply;
                },
                reply -> reply.data("/avatarUrl").startsWith("/uploads/avatars/"),
                node -> is(read(node, "/api/users/" + pia.id()).data(), "/avatarUrl", address.get()),
                frame -> eventsIn(frame)
                        .filter(has(event))
                        .anyMatch(shown ->
                                shown.at("/creator/avatarUrl").asString().endsWith(address.get())),
                false);
    }

    private Write goodbye() throws IOException {
        Person leo = Person.registered(node, "Leo Parti");
        String checkIn = leo.checkIn(node, "La gare").data("/id");
        return new Write(
                "DELETE /api/users/me",
                node -> node.send(
                        "DELETE", "/api/users/me", leo.token(), "{\"password\":\"%s\"}".formatted(Wire.PASSWORD)),
                reply -> !reply.text().contains("data"),
                node -> read(node, "/api/users/" + leo.id()).status() == 404
                        && items(node, "/api/checkins").noneMatch(has(checkIn))
                        && node.get("/api/users/me", leo.token()).status() == 401,
                isAbout("checkIns").and(frame -> checkInsIn(frame).noneMatch(has(checkIn))),
                true);
    }

    private String event() throws IOException {
        return pia.invite(node, "Pique-nique").data("/id");
    }

    private Reply read(Wire node, String path) throws IOException {
        return node.get(path, pia.token());
    }

    private Stream<JsonNode> items(Wire node, String path) throws IOException {
        return read(node, path).data().valueStream();
    }

    private static Predicate<JsonNode> has(String id) {
        return item -> is(item, "/id", id);
    }

    private static boolean attends(JsonNode event, Person person) {
        return event.path("attendees").valueStream().anyMatch(has(person.id()));
    }

    private static boolean is(JsonNode item, String pointer, String text) {
        return item.at(pointer).asString().equals(text);
    }

    private static String fresh(String name) {
        return name + " " + UUID.randomUUID();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
