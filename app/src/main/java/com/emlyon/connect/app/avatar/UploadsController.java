package com.emlyon.connect.app.avatar;

import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Serves uploaded pictures, without a token, in ranges if asked. */
@RestController
@Tag(name = "Pictures")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
class UploadsController {

    private final AvatarStore store;

    UploadsController(AvatarStore store) {
        this.store = store;
    }

    @Operation(operationId = "readAvatar", summary = "Serves an uploaded picture")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "route.unknown")
    @FailsWith(status = HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, text = "request.invalid")
    @GetMapping("/uploads/avatars/{name}")
    ResponseEntity<Resource> avatar(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            HttpServletResponse response)
            throws NoResourceFoundException {
        StoredAvatar avatar = store.open(name)
                .orElseThrow(() -> new NoResourceFoundException(HttpMethod.GET, "/uploads/avatars", name));
        if (range != null && !isServable(range, avatar)) {
            // Spring would say so, too, but send the whole picture along.
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + avatar.length());
            throw new Problem(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "request.invalid");
        }
        String etag =
                "W/\"%x-%x\"".formatted(avatar.length(), avatar.lastModified().toEpochMilli());
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0")
                .eTag(etag)
                .lastModified(avatar.lastModified())
                .contentType(avatar.mediaType())
                .body(avatar.content());
    }

    private static boolean isServable(String range, StoredAvatar avatar) {
        try {
            return !HttpRange.toResourceRegions(HttpRange.parseRanges(range), avatar.content())
                    .isEmpty();
        } catch (IllegalArgumentException noSuchRange) {
            return false;
        }
    }
}
