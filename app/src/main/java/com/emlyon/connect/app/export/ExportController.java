package com.emlyon.connect.app.export;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.settings.Settings;
import com.emlyon.connect.app.throttle.CountsAs;
import com.emlyon.connect.app.throttle.RateLimitCategory;
import com.emlyon.connect.app.web.EntityTagFilter;
import com.emlyon.connect.app.web.FailsWith;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns all data that is stored about the caller, as a file to download. */
@RestController
@Tag(name = "Users")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
class ExportController {

    static final String SCHEMA_TYPE = "application/schema+json";
    private static final String SCHEMA = "/api/users/me/export/schema";

    private final Exports exports;
    private final AuditTrail trail;
    private final Settings settings;
    private final Clock clock;
    private final byte[] schema = read("account-export.schema.json");

    ExportController(Exports exports, AuditTrail trail, Settings settings, Clock clock) {
        this.exports = exports;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    @Operation(operationId = "exportAccount", summary = "Everything that is held about oneself, as a file")
    @CountsAs(RateLimitCategory.EXPORT)
    @FailsWith(status = HttpStatus.TOO_MANY_REQUESTS, text = "throttled.writes")
    @GetMapping("/api/users/me/export")
    ResponseEntity<AccountExport> export(@AuthenticationPrincipal AccountId me, HttpServletRequest request) {
        // No entity tag: computing it would hold the whole export in memory, and clients do not request the same export
        // twice.
        EntityTagFilter.leaveOut(request);
        AccountExport export = exports.of(me, settings.baseUrl() + SCHEMA);
        trail.note(Note.of(Kind.ACCOUNT_EXPORTED).about(me.value()));
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("emlyon-connect-%s.json".formatted(day))
                                .build()
                                .toString())
                .body(export);
    }

    @Operation(operationId = "readExportSchema", summary = "Describes the file that an export is (JSON Schema)")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ExportController.SCHEMA_TYPE, schema = @Schema(type = "object")))
    @GetMapping(SCHEMA)
    ResponseEntity<byte[]> schema() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SCHEMA_TYPE))
                .body(schema);
    }

    private static byte[] read(String resource) {
        try {
            return new ClassPathResource(resource, ExportController.class).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
