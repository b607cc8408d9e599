package com.emlyon.platform.projections.table;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The change that the facts of a batch together make to one row. */
sealed interface Change {

    /** The row gets these values, whether it existed before or not. */
    record Put(Map<Column, @Nullable Object> values) implements Change {}

    /** These columns change if the row exists. */
    record Patch(Map<Column, @Nullable Object> values) implements Change {}

    /** The row is removed. */
    record Remove() implements Change {}

    /** Combines this change with a patch that follows it. */
    default Change then(Map<Column, @Nullable Object> patch) {
        return switch (this) {
            case Put put -> new Put(with(put.values(), patch));
            case Patch earlier -> new Patch(with(earlier.values(), patch));
            case Remove gone -> gone;
        };
    }

    private static Map<Column, @Nullable Object> with(
            Map<Column, @Nullable Object> values, Map<Column, @Nullable Object> patch) {
        Map<Column, @Nullable Object> both = new HashMap<>(values);
        both.putAll(patch);
        return both;
    }
}
