package com.emlyon.connect.app.web;

import org.springframework.http.MediaType;

/** What answers are, with their encoding as the contract has it. */
public final class JsonContent {

    /** The value of {@code Content-Type}. */
    public static final String TYPE = "application/json; charset=utf-8";

    /** The same, parsed. */
    public static final MediaType MEDIA_TYPE = MediaType.parseMediaType(TYPE);

    private JsonContent() {}
}
