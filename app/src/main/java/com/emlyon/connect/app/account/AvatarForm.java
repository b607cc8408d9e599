package com.emlyon.connect.app.account;

import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.web.multipart.MultipartFile;

/**
 * The form of an upload, for the API documentation only: the route itself has to see which other parts were sent with
 * it.
 */
record AvatarForm(
        @Schema(type = "string", format = "binary") MultipartFile avatar) {}
