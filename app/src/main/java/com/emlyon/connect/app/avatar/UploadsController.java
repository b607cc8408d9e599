package com.emlyon.connect.app.avatar;

import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Failure;
import com.emlyon.connect.app.web.JsonContent;
import com.emlyon.connect.app.web.Preconditions;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Serves uploaded pictures without authentication, and ranges of them if the request asks for one. */
@RestController
@Tag(name = "Pictures")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
class UploadsController {

    private static final String UNIT = "bytes=";

    private final AvatarStore store;
    private final Texts texts;

    UploadsController(AvatarStore store, Texts texts) {
        this.store = store;
        this.texts = texts;
    }

    @Operation(operationId = "readAvatar", summary = "Serves an uploaded picture")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "route.unknown")
    @FailsWith(status = HttpStatus.PRECONDITION_FAILED, text = "precondition.failed")
    @FailsWith(status = HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, text = "request.invalid")
    @GetMapping("/uploads/avatars/{name}")
    ResponseEntity<Resource> avatar(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            HttpServletRequest request,
            HttpServletResponse response)
            throws NoResourceFoundException, IOException {
        StoredAvatar avatar = store.open(name)
                .orElseThrow(() -> new NoResourceFoundException(HttpMethod.GET, "/uploads/avatars", name));
        // A strong tag, because the bytes under a name never change.
        String etag =
                "\"%x-%x\"".formatted(avatar.length(), avatar.lastModified().toEpochMilli());
        return switch (Preconditions.of(request, etag, Optional.of(avatar.lastModified()))) {
            case FAILED -> throw new Problem(HttpStatus.PRECONDITION_FAILED, "precondition.failed");
            case NOT_MODIFIED -> {
                describe(response, avatar, etag);
                yield ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
            }
            case SEND -> {
                boolean inPart = range != null && isToBeServed(range, request, avatar, etag);
                if (inPart && !isServable(Objects.requireNonNull(range), avatar)) {
                    if (!isSatisfiable(range, avatar)) {
                        // Spring would answer 416, too, but with the whole picture as the body.
                        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + avatar.length());
                        throw new Problem(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "request.invalid");
                    }
                    inPart = false;
                }
                BodyBuilder answer = ResponseEntity.ok().contentType(avatar.mediaType());
                ResponseEntity<Resource> picture = inPart ? answer.body(avatar.content()) : whole(answer, avatar);
                describe(response, avatar, etag);
                yield picture;
            }
        };
    }

    /** Answers 404 when the picture was replaced or removed since it was found. */
    @ExceptionHandler(FileNotFoundException.class)
    ResponseEntity<Failure> gone() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(JsonContent.MEDIA_TYPE)
                .body(new Failure(texts.of("route.unknown")));
    }

    /**
     * Sets these headers on the response and not on Spring's entity: for those of an entity, Spring would evaluate the
     * conditions of the request a second time, with other rules, and leave the opened stream open.
     */
    private static void describe(HttpServletResponse response, StoredAvatar avatar, String etag) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=0");
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setDateHeader(HttpHeaders.LAST_MODIFIED, avatar.lastModified().toEpochMilli());
    }

    /**
     * Answers with the whole picture. It is an {@link InputStreamResource}, because for any other resource Spring would
     * serve the range that the request asks for.
     */
    private static ResponseEntity<Resource> whole(BodyBuilder answer, StoredAvatar avatar) throws IOException {
        return answer.header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .contentLength(avatar.length())
                .body(new InputStreamResource(avatar.content().getInputStream()));
    }

    /**
     * Whether a range is to be served: for GET only, in the unit bytes, and, if the request has a condition, only of
     * the bytes that the client has seen (RFC 9110, sections 14.2 and 13.1.5).
     */
    private static boolean isToBeServed(String range, HttpServletRequest request, StoredAvatar avatar, String etag) {
        return HttpMethod.GET.matches(request.getMethod())
                && range.startsWith(UNIT)
                && Preconditions.allowRange(request, etag, avatar.lastModified());
    }

    /**
     * Whether any of the ranges exists. If Spring cannot serve all of them, the whole picture is sent, which a server
     * may do.
     */
    private static boolean isSatisfiable(String range, StoredAvatar avatar) {
        try {
            return HttpRange.parseRanges(range).stream()
                    .anyMatch(each -> each.getRangeStart(avatar.length()) <= each.getRangeEnd(avatar.length())
                            && each.getRangeStart(avatar.length()) < avatar.length());
        } catch (IllegalArgumentException noSuchRange) {
            return false;
        }
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
