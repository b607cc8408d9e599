package com.emlyon.connect.app.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail, as clients read it.
 *
 * @param number its number in the trail, from 1 on, without gaps
 * @param by the account that did it, or "operator" for the command line
 * @param subject what it was done to: the id of an account, an event or a check-in, the name of a stream or a
 *     projection
 * @param address the address from which it was done, as a hash
 * @param details numbers and booleans
 * @param hash of this entry and all before it
 */
public record EntryAnswer(
        long number,
        String at,
        @Schema(example = "LOGIN_REFUSED") String kind,
        @Nullable String by,
        @Nullable String subject,
        @Nullable String address,
        Map<String, Object> details,
        String hash) {}
