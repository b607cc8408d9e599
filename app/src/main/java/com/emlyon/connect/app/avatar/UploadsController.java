package com.emlyon.connect.app.avatar;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Serves uploaded pictures, without a token, in ranges if asked. */
@RestController
class UploadsController {

    private final AvatarStore store;

    UploadsController(AvatarStore store) {
        this.store = store;
    }

    @GetMapping("/uploads/avatars/{name}")
    ResponseEntity<Resource> avatar(@PathVariable String name) throws NoResourceFoundException {
        StoredAvatar avatar = store.open(name)
                .orElseThrow(() -> new NoResourceFoundException(HttpMethod.GET, "/uploads/avatars", name));
        String etag =
                "W/\"%x-%x\"".formatted(avatar.length(), avatar.lastModified().toEpochMilli());
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0")
                .eTag(etag)
                .lastModified(avatar.lastModified())
                .contentType(avatar.mediaType())
                .body(avatar.content());
    }
}
