package com.emlyon.connect.app.web;

/** The format of every failure: {@code {"success":false,"message":"…"}}. */
public record Failure(boolean success, String message) {

    public Failure(String message) {
        this(false, message);
    }
}
