package com.emlyon.connect.app.history;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it is stored, and where it comes from.
 *
 * @param position its position in all of history, from 1 on
 * @param sequence its sequence in its stream, from 0 on
 * @param at when it happened, by the clock of the command
 * @param recordedAt when it was handed to the store
 * @param actor the account that sent the command
 * @param cause the id of the fact because of which a rule sent the command; null when no rule did
 */
public record FactAnswer(
        long position,
        long sequence,
        String id,
        @Schema(example = "CheckedIn") String type,
        String revision,
        Map<String, @Nullable Object> payload,
        @Nullable String at,
        String recordedAt,
        @Nullable String actor,
        @Nullable String command,
        @Nullable String commandId,
        @Nullable String cause) {}
