package com.emlyon.connect.app.live;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An item of a list as JSON.
 *
 * @param place where it stands among the others
 * @param json as it stands in answers
 * @param digest of the JSON
 */
record WrittenItem<O extends Comparable<O>>(O place, byte[] json, byte[] digest) {

    boolean saysTheSame(@Nullable WrittenItem<O> other) {
        return other != null && place.compareTo(other.place) == 0 && Arrays.equals(digest, other.digest);
    }
}
