package com.emlyon.connect.app.operations;

import com.emlyon.connect.app.availability.TemporarilyUnavailable;
import com.emlyon.connect.app.web.IsoMillis;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.personal.MasterKeyAvailability;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says whether the service can serve: 503 when the database does not answer, or this node lacks one of its master keys.
 */
@RestController
@Tag(name = "Operations")
class HealthController {

    private final DatabaseAvailability database;
    private final MasterKeyAvailability masterKeys;
    private final Clock clock;

    HealthController(DatabaseAvailability database, MasterKeyAvailability masterKeys, Clock clock) {
        this.masterKeys = masterKeys;
        this.database = database;
        this.clock = clock;
    }

    @Operation(operationId = "readHealth", summary = "Says whether the service can serve")
    @ApiResponse(responseCode = "200", description = "It can")
    @ApiResponse(
            responseCode = "503",
            description = "The database does not answer, or this node cannot read it",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @GetMapping("/api/health")
    ResponseEntity<Health> health() {
        boolean answers = !masterKeys.isMissing() && database.answers();
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(answers ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        if (!answers) {
            response.header(HttpHeaders.RETRY_AFTER, String.valueOf(TemporarilyUnavailable.RETRY_AFTER.toSeconds()));
        }
        return response.body(new Health(answers ? "ok" : "unavailable", IsoMillis.of(clock.instant())));
    }

    /** The answer as the contract defines it. */
    record Health(
            @Schema(allowableValues = {"ok", "unavailable"}) String status,

            @Schema(format = "date-time") String timestamp) {}
}
