package com.emlyon.connect.promise.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Changes something on one node and looks at once, on either node, whether it is there. */
final class BusyStudent {

    private final Person me;
    private final String event;
    private final List<Wire> nodes;
    private final SplittableRandom random;
    private int written;

    BusyStudent(Person me, String event, List<Wire> nodes, SplittableRandom random) {
        this.me = me;
        this.event = event;
        this.nodes = nodes;
        this.random = random;
    }

    /** Answers with how many of the writes were confirmed as visible, and were. */
    int writeAndRead() {
        written++;
        try {
            return checkInAndOut() + comeAndGo() + rename() + inviteAndCancel();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int checkInAndOut() throws IOException {
        Reply in = me.checkIn(any(), "place " + written);
        String id = in.data("/id");
        int seen = seen(in, ofMine -> ofMine.at("/id").asString().equals(id), "/api/checkins/user/" + me.id());
        if (random.nextBoolean()) {
            return seen;
        }
        Reply out = any().send("DELETE", "/api/checkins/" + id, me.token(), "");
        return seen + seen(out, JsonNode::isNull, "/api/checkins/user/" + me.id());
    }

    private int comeAndGo() throws IOException {
        int joined = seen(me.join(any(), event), this::attends, "/api/events/" + event);
        return joined + seen(me.leave(any(), event), shown -> !attends(shown), "/api/events/" + event);
    }

    private int rename() throws IOException {
        String name = "name %d %d".formatted(random.nextInt(), written);
        Reply reply = me.rename(any(), name);
        return seen(reply, shown -> shown.at("/name").asString().equals(name), "/api/users/" + me.id());
    }

    private int inviteAndCancel() throws IOException {
        Reply invited = me.invite(any(), "title");
        String id = invited.data("/id");
        int seen = seen(invited, this::attends, "/api/events/" + id);
        Reply cancelled = any().send("DELETE", "/api/events/" + id, me.token(), "");
        return seen + seen(cancelled, JsonNode::isMissingNode, "/api/events/" + id);
    }

    /** Fails when the write was refused, or is not shown although it was not said to be late. */
    private int seen(Reply write, Predicate<JsonNode> shown, String path) throws IOException {
        assertThat(write.isSuccess()).as("%s: %s", path, write).isTrue();
        Reply read = any().get(path, me.token());
        assertThat(write.isLate() || shown.test(read.data()))
                .as("%s after %s: %s", path, write, read)
                .isTrue();
        return write.isLate() ? 0 : 1;
    }

    private boolean attends(JsonNode shown) {
        return shown.path("attendees")
                .valueStream()
                .anyMatch(one -> one.path("id").asString().equals(me.id()));
    }

    private Wire any() {
        return nodes.get(random.nextInt(nodes.size()));
    }
}
