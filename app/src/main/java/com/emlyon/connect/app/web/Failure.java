package com.emlyon.connect.app.web;

/** The one shape of every failure: {@code {"success":false,"message":"…"}}. */
record Failure(boolean success, String message) {

    Failure(String message) {
        this(false, message);
    }
}
