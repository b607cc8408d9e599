package com.emlyon.connect.promise.erased;

import com.emlyon.connect.contract.ContractClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What somebody has told the service, in words and numbers that nobody else would use, to look for them afterwards. */
final class Diary {

    private final List<String> told = new ArrayList<>();

    /** A text of a kind. */
    String word(String kind) {
        String word = kind + "-" + ContractClient.unique();
        told.add(word);
        return word;
    }

    /** Degrees of latitude somewhere in the city. */
    String degrees() {
        String degrees = "45.7" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L) + "1";
        told.add(degrees);
        return degrees;
    }

    /** Everything, as it would lie in a file or in a dump: as text, and numbers as PostgreSQL keeps them. */
    Map<String, byte[]> traces() {
        Map<String, byte[]> traces = new LinkedHashMap<>();
        for (String word : told) {
            traces.put(word, word.getBytes(StandardCharsets.UTF_8));
            if (word.startsWith("45.7")) {
                traces.put(
                        word + " as a number",
                        ByteBuffer.allocate(Double.BYTES)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putDouble(Double.parseDouble(word))
                                .array());
            }
        }
        return traces;
    }

    /** Everything in words. */
    List<String> told() {
        return told;
    }
}
