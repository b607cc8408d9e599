package com.emlyon.connect.app.account;

import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.web.multipart.MultipartFile;

/** What the form of an upload holds; only for the documentation, as the route has to see what else comes with it. */
record AvatarForm(
        @Schema(type = "string", format = "binary") MultipartFile avatar) {}
