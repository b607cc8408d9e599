package com.emlyon.connect.promise.live;

import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.feed.RawFeed;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** Has a small window, and takes nothing off the socket until it is asked for a frame: what comes waits at the service. */
final class SlowLine implements Line {

    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final RawFeed feed;
    private boolean cut;

    private SlowLine(RawFeed feed) {
        this.feed = feed;
    }

    static Line forChanges(ContractClient node, String token, Optional<String> position) {
        return new SlowLine(RawFeed.openChanges(node.feedAddress(), token, position));
    }

    static Line forLists(ContractClient node, String token, Optional<String> position) {
        return new SlowLine(RawFeed.open(node.feedAddress(), token));
    }

    @Override
    public Optional<String> frameAtHand() {
        try {
            while (!cut) {
                Optional<RawFeed.Message> message = feed.nextWithin(A_MOMENT);
                if (message.isEmpty()) {
                    return Optional.empty();
                }
                if (message.get().isText()) {
                    return message.map(RawFeed.Message::text);
                }
                if (message.get().isPing()) {
                    feed.pong(message.get());
                } else {
                    cut = true;
                }
            }
        } catch (UncheckedIOException ended) {
            cut = true;
        }
        return Optional.empty();
    }

    @Override
    public boolean isCut() {
        return cut;
    }

    @Override
    public void hurry() {
        feed.widenWindow();
    }

    @Override
    public void close() {
        cut = true;
        feed.close();
    }
}
