package com.emlyon.connect.app.documentation;

import com.emlyon.connect.app.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Serves the description of the feeds beside that of the routes. */
@RestController
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("connect.documentation.enabled")
class LiveDocumentController {

    private final LiveDocument document;
    private final Settings settings;

    LiveDocumentController(LiveDocument document, Settings settings) {
        this.document = document;
        this.settings = settings;
    }

    @GetMapping("/v3/asyncapi")
    ObjectNode read() {
        return document.servedAt(settings.baseUrl());
    }
}
