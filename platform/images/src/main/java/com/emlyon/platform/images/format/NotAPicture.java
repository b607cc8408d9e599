package com.emlyon.platform.images.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The input is no picture that is accepted: a fault of its sender, never of the program that reads it. */
public final class NotAPicture extends Exception {

    /** What is wrong with the input. */
    public enum Reason {
        /** It has no bytes. */
        EMPTY,
        /** Its bytes are of no accepted format. */
        UNKNOWN_FORMAT,
        /** It begins like a picture, but is cut off, damaged, or of a rare kind that is not supported. */
        BROKEN,
        /** It would exceed the limits when it is decoded, or encoded again. */
        TOO_LARGE
    }

    private final Reason reason;
    private final @Nullable UnsupportedFormat format;

    private NotAPicture(Reason reason, String message) {
        this(reason, message, null, null);
    }

    private NotAPicture(Reason reason, String message, @Nullable Throwable cause, @Nullable UnsupportedFormat format) {
        super(message, cause);
        this.reason = reason;
        this.format = format;
    }

    /** The refusal of no bytes. */
    public static NotAPicture empty() {
        return new NotAPicture(Reason.EMPTY, "the input is empty");
    }

    /** The refusal of a file that begins like none of the accepted formats. */
    public static NotAPicture unknownFormat(byte[] input) {
        return new NotAPicture(
                Reason.UNKNOWN_FORMAT,
                "the input is no JPEG, PNG, GIF or WebP",
                null,
                UnsupportedFormat.of(input).orElse(null));
    }

    /** The refusal of a damaged file; the message says what is wrong, for logs. */
    public static NotAPicture broken(String message) {
        return new NotAPicture(Reason.BROKEN, message);
    }

    /** The refusal of a file that a decoder could not read. */
    public static NotAPicture broken(String message, Throwable cause) {
        return new NotAPicture(Reason.BROKEN, message, cause, null);
    }

    /** The refusal of a file that exceeds a limit; the message says which, for logs. */
    public static NotAPicture tooLarge(String message) {
        return new NotAPicture(Reason.TOO_LARGE, message);
    }

    /** What is wrong with the input. */
    public Reason reason() {
        return reason;
    }

    /** The format of the input, when it is not accepted but known. */
    public Optional<UnsupportedFormat> format() {
        return Optional.ofNullable(format);
    }
}
