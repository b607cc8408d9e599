package com.emlyon.connect.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.feed.ModelNode.ModelClock;
import com.emlyon.connect.contract.Json;
import java.time.Instant;
import java.util.Random;

/** Two nodes on one history and one database, two students, and a client that goes from one node to the other. */
final class TwoModelNodes implements AutoCloseable {

    static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    final ModelTerm term = new ModelTerm(new Random(1));
    final ModelViews views = new ModelViews(term.history);
    final ModelNode here = node();
    final ModelNode there = node();
    final ModelClient client = new ModelClient();
    final AccountId pia = term.register(MORNING);
    final AccountId max = term.register(MORNING);

    private ModelNode node() {
        return new ModelNode(term, views, new ModelClock(MORNING));
    }

    /** The client connects, the node looks, and the client takes all frames. */
    void clientGoesTo(ModelNode node) {
        client.connect(node);
        node.look();
        client.take(10);
    }

    void assertThatTheClientKnowsWhatIsShownBy(ModelNode node) {
        assertThat(client.surprises()).isEmpty();
        assertThat(client.shown())
                .isEqualTo(ModelClient.byId(Json.parse(node.snapshot().text())));
    }

    @Override
    public void close() {
        views.close();
    }
}
