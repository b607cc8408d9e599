package com.emlyon.connect.promise.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** A registered student. */
record Person(String id, String token) {

    static Person registered(Wire node, String name) throws IOException {
        Reply reply = node.register(name);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return of(reply);
    }

    /** Who a registration has made. */
    static Person of(Reply registration) {
        return new Person(registration.data("/user/id"), registration.data("/token"));
    }

    /** Checks in and answers with the reply. */
    Reply checkIn(Wire node, String place) throws IOException {
        return node.send(
                "POST",
                "/api/checkins",
                token,
                "{\"locationName\":\"%s\",\"latitude\":45.7489,\"longitude\":4.8181}".formatted(place));
    }

    /** Creates an event and answers with the reply. */
    Reply invite(Wire node, String title) throws IOException {
        return node.send("POST", "/api/events", token, """
                {"title":"%s","description":"Au parc","date":"2099-03-01T18:30:00.000Z"}
                """.formatted(title));
    }

    Reply rename(Wire node, String name) throws IOException {
        return node.send("PUT", "/api/users/me", token, "{\"name\":\"%s\"}".formatted(name));
    }

    Reply join(Wire node, String event) throws IOException {
        return node.send("POST", "/api/events/" + event + "/attend", token, "");
    }

    Reply leave(Wire node, String event) throws IOException {
        return node.send("DELETE", "/api/events/" + event + "/attend", token, "");
    }
}
