package com.emlyon.connect.app.live;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item of a list as JSON.
 *
 * @param place its place among the others
 * @param json as in responses
 * @param digest of the JSON
 */
record WrittenItem<O extends ListPlace<O>>(O place, byte[] json, byte[] digest) {

    /** The weak entity tag of a list, from the digests of its items. */
    static String tagOf(Stream<byte[]> digests) {
        Sha256 digest = new Sha256();
        digests.forEach(digest::add);
        return "W/\"%s\"".formatted(HexFormat.of().formatHex(digest.take()));
    }

    boolean saysTheSame(@Nullable WrittenItem<O> other) {
        return other != null && place.compareTo(other.place) == 0 && Arrays.equals(digest, other.digest);
    }
}
