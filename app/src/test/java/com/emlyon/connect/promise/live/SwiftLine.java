package com.emlyon.connect.promise.live;

import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import java.util.Optional;

/** Takes frames off the socket as soon as they come. */
record SwiftLine(Feed feed) implements Line {

    static Line forChanges(ContractClient node, String token, Optional<String> position) {
        return new SwiftLine(node.openChanges(token, position));
    }

    static Line forLists(ContractClient node, String token, Optional<String> position) {
        return new SwiftLine(node.openFeed(token));
    }

    @Override
    public Optional<String> frameAtHand() {
        return feed.frameAtHand();
    }

    @Override
    public boolean isCut() {
        return feed.isClosed();
    }

    @Override
    public void hurry() {
        // Nothing waits.
    }

    @Override
    public void close() {
        feed.close();
    }
}
