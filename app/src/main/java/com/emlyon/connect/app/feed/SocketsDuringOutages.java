package com.emlyon.connect.app.feed;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.personal.MasterKeyAvailability;
import org.springframework.stereotype.Component;

/**
 * Closes the connections of this node when it cannot read changes, because the database or a master key is missing:
 * clients may connect to another node.
 */
@Component
class SocketsDuringOutages {

    SocketsDuringOutages(
            DatabaseAvailability database,
            MasterKeyAvailability masterKeys,
            SessionRevocationMonitor sessionRevocationMonitor,
            FeedSettings settings) {
        masterKeys.whenMissing(() -> sessionRevocationMonitor.dismissAll(FeedCloseReason.WITHOUT_DATABASE));
        database.whenLasting(
                settings.longestOutage(), () -> sessionRevocationMonitor.dismissAll(FeedCloseReason.WITHOUT_DATABASE));
    }
}
