package com.emlyon.connect.app.web;

import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartException;

/**
 * The reasons why a form with files could not be read. Spring reports every exceeded limit as a file that is too large.
 */
enum FormFailure {
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "upload.tooLarge"),
    TOO_MANY_PARTS(HttpStatus.BAD_REQUEST, "upload.tooManyParts"),
    PART_HEADER_TOO_LARGE(HttpStatus.BAD_REQUEST, "upload.nameTooLong"),
    UNREADABLE(HttpStatus.BAD_REQUEST, "upload.broken");

    private final HttpStatus status;
    private final String text;

    FormFailure(HttpStatus status, String text) {
        this.status = status;
        this.text = text;
    }

    /** Finds the limit of Tomcat that the form has exceeded, if any. */
    static FormFailure of(MultipartException failure, long mostBytesOfPartHeader) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileCountLimitExceededException) {
                return TOO_MANY_PARTS;
            }
            if (cause instanceof SizeException size) {
                return size.getPermittedSize() == mostBytesOfPartHeader ? PART_HEADER_TOO_LARGE : TOO_LARGE;
            }
        }
        return UNREADABLE;
    }

    HttpStatus status() {
        return status;
    }

    String text() {
        return text;
    }
}
