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
 * Removes from buffered frames the personal data of students whose accounts were deleted. The frames themselves stay,
 * with the data replaced, so that clients that are sent them later have the same items as the other clients.
 */
final class Redaction {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Set<String> gone;

    private Redaction(Set<String> gone) {
        this.gone = gone;
    }

    /** A redaction of the accounts that these commits remove. */
    static Redaction after(List<Commit> commits) {
        return new Redaction(commits.stream()
                .flatMap(commit -> commit.changes().stream())
                .filter(change -> change.kind() == Change.Kind.REMOVED)
                .filter(OfAccount.class::isInstance)
                .map(change -> ((OfAccount) change).account().id().value())
                .collect(Collectors.toSet()));
    }

    /** A redaction of one deleted account. */
    static Redaction of(String account) {
        return new Redaction(Set.of(account));
    }

    /** Whether any account was deleted. */
    boolean isNeeded() {
        return !gone.isEmpty();
    }

    /** The frame without the data of these accounts; the same object when it has none. */
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
