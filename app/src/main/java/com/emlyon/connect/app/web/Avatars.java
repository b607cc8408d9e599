package com.emlyon.connect.app.web;

import com.emlyon.connect.app.settings.Settings;
import org.springframework.stereotype.Component;

/** Completes the stored addresses of avatars: an uploaded one is stored as a path and shown with the base URL. */
@Component
public class Avatars {

    private static final String UPLOADED = "/uploads/";

    private final Settings settings;

    Avatars(Settings settings) {
        this.settings = settings;
    }

    /** The absolute address of the picture. */
    public String absolute(String stored) {
        return stored.startsWith(UPLOADED) ? settings.baseUrl() + stored : stored;
    }
}
