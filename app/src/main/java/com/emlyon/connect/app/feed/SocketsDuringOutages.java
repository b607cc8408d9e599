package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.availability.DatabaseAvailability;
import com.emlyon.connect.app.availability.MasterKeyAvailability;
import org.springframework.stereotype.Component;

/** Closes the sockets of this node when it cannot tell what happens, for lack of the database or of a key: another node may. */
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
