package com.emlyon.connect.app.web;

/** A success that has only a message: {@code {"success":true,"message":"…"}}. */
public record Done(boolean success, String message) {

    /** An answer with the message. */
    public static Done saying(String message) {
        return new Done(true, message);
    }
}
