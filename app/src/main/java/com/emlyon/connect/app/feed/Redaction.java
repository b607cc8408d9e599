package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.Change;
import com.emlyon.connect.query.live.Change.OfAccount;
import com.emlyon.connect.query.live.Commit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of frames that were written, and not told to everybody yet, what they say about students who have gone since. What
 * came and went stays, without their words, so whoever is told it is in step with the others.
 */
final class Redaction {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Set<String> gone;

    private Redaction(Set<String> gone) {
        this.gone = gone;
    }

    /** Of those who go with these commits. */
    static Redaction after(List<Commit> commits) {
        return new Redaction(commits.stream()
                .flatMap(commit -> commit.changes().stream())
                .filter(change -> change.kind() == Change.Kind.REMOVED)
                .filter(OfAccount.class::isInstance)
                .map(change -> ((OfAccount) change).account().id().value())
                .collect(Collectors.toSet()));
    }

    /** Of one student who has gone. */
    static Redaction of(String account) {
        return new Redaction(Set.of(account));
    }

    /** Whether anybody has gone. */
    boolean isNeeded() {
        return !gone.isEmpty();
    }

    /** The frame without what it says about them; itself when that is nothing. */
    SharedText of(SharedText frame) {
        String text = frame.text();
        if (gone.stream().noneMatch(text::contains)) {
            return frame;
        }
        JsonNode read = JSON.readTree(text);
        redact(read);
        return SharedText.of(JSON.writeValueAsString(read));
    }

    private void redact(JsonNode node) {
        if (node instanceof ObjectNode said) {
            if (isOneOfThem(said)) {
                replace(said, "name", StudentView.DELETED);
                replace(said, "avatarUrl", StudentView.NOBODYS_AVATAR);
                replace(said, "promotion", "");
            }
            if (isOneOfThem(said.get("creator"))) {
                replace(said, "title", StudentView.DELETED);
                replace(said, "description", StudentView.DELETED);
            }
            if (isOneOfThem(said.get("user")) && said.has("locationName")) {
                replace(said, "locationName", StudentView.DELETED);
                said.put("latitude", 0).put("longitude", 0).putNull("statusEmoji");
            }
        }
        node.forEach(this::redact);
    }

    private boolean isOneOfThem(@Nullable JsonNode said) {
        return said != null && said.has("id") && gone.contains(said.get("id").asString());
    }

    private static void replace(ObjectNode said, String name, String words) {
        if (said.has(name)) {
            said.put(name, words);
        }
    }
}
