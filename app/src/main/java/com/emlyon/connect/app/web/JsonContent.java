package com.emlyon.connect.app.web;

import org.springframework.http.MediaType;

/** The content type of answers, with the encoding as in the contract. */
public final class JsonContent {

    /** The value of {@code Content-Type}. */
    public static final String TYPE = "application/json; charset=utf-8";

    /** The same, parsed. */
    public static final MediaType MEDIA_TYPE = MediaType.parseMediaType(TYPE);

    private JsonContent() {}
}
