package com.emlyon.connect.app.event;

import com.emlyon.connect.app.web.IsoMillis;
import com.emlyon.connect.app.web.Student;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the history of a campus event, as clients read it. The date is in milliseconds since 1970, as in the
 * event itself.
 */
record EventHistoryEntryAnswer(
        @Schema(allowableValues = {"created", "updated", "joined", "left", "cancelled"})
        String type,

        String at,
        Student student,

        @Schema(description = "How it reads from now on; null where it stays as it was, or its student is gone.")
        @Nullable
        String title,

        @Schema(description = "As the title.") @Nullable String description,

        @Nullable Long date) {

    static EventHistoryEntryAnswer of(EventHistoryEntry happening, Student student) {
        Changes changes = happening.changes();
        return new EventHistoryEntryAnswer(
                happening.kind().onTheWire(),
                IsoMillis.of(happening.at()),
                student,
                changes.title(),
                changes.description(),
                Optional.ofNullable(changes.date()).map(Instant::toEpochMilli).orElse(null));
    }
}
