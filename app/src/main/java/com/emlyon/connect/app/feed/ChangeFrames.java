package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Student;
import com.emlyon.connect.app.web.StudentOfPromotion;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.Change;
import com.emlyon.connect.query.live.Change.Kind;
import com.emlyon.connect.query.live.Change.OfAccount;
import com.emlyon.connect.query.live.Change.OfAttendee;
import com.emlyon.connect.query.live.Change.OfCheckIn;
import com.emlyon.connect.query.live.Change.OfEvent;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LivePosition;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Serializes changes as frames: one frame per change. All frames of a commit carry the position of that commit. */
@Component
class ChangeFrames {

    private final Frames frames;
    private final Avatars avatars;

    ChangeFrames(Frames frames, Avatars avatars) {
        this.frames = frames;
        this.avatars = avatars;
    }

    /**
     * The frames of a commit, in order. All but the last carry {@code more}, so that a client knows when the commit is
     * complete.
     */
    List<SharedText> of(Commit commit) {
        List<SharedText> written = new ArrayList<>();
        int left = commit.changes().size();
        for (Change change : commit.changes()) {
            left--;
            written.add(frame(change, commit.position(), left > 0));
        }
        return written;
    }

    /** A frame which says that nothing has changed since this position. */
    SharedText heartbeat(LivePosition position) {
        return frames.frame(new Heartbeat("heartbeat", position.toString()));
    }

    private SharedText frame(Change change, LivePosition position, boolean more) {
        boolean gone = change.kind() == Kind.REMOVED;
        return switch (change) {
            case OfAccount(Kind kind, AccountView account) ->
                frame(
                        kind,
                        "user",
                        position,
                        more,
                        gone ? new Id(account.id().value()) : StudentOfPromotion.of(account.student(), avatars));
            case OfCheckIn(Kind kind, CheckInView checkIn) ->
                frame(
                        kind,
                        "checkIn",
                        position,
                        more,
                        gone ? new Id(checkIn.id().value()) : frames.listed(checkIn));
            case OfEvent(Kind kind, EventView event) ->
                frame(kind, "event", position, more, gone ? new Id(event.id().value()) : frames.listed(event));
            case OfAttendee attendee ->
                frame(
                        attendee.kind(),
                        "attendee",
                        position,
                        more,
                        gone
                                ? new GoneAttendee(
                                        attendee.event().value(),
                                        attendee.student().id().value())
                                : new Attendee(attendee.event().value(), Student.of(attendee.student(), avatars)));
        };
    }

    private SharedText frame(Kind kind, String entity, LivePosition position, boolean more, Object data) {
        return frames.frame(new Told(
                kind.name().toLowerCase(Locale.ROOT), entity, position.toString(), more ? Boolean.TRUE : null, data));
    }

    private record Heartbeat(String type, String position) {}

    private record Told(
            String type,
            String entity,
            String position,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean more,

            Object data) {}

    private record Id(String id) {}

    private record Attendee(String eventId, Student user) {}

    private record GoneAttendee(String eventId, String userId) {}
}
