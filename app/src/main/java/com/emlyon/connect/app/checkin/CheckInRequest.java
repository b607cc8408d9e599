package com.emlyon.connect.app.checkin;

import com.emlyon.connect.app.fields.Characters;
import com.emlyon.connect.app.fields.NullMeansEmpty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What a student sends to check in. Latitude and longitude are in degrees. */
record CheckInRequest(
        @Schema(example = "Bar du Port")
        @NotBlank(message = "{place.required}")
        @Characters(max = 200, message = "{place.tooLong}")
        String locationName,

        @Schema(example = "45.76")
        @NotNull(message = "{latitude.invalid}")
        @DecimalMin(value = "-90", message = "{latitude.invalid}")
        @DecimalMax(value = "90", message = "{latitude.invalid}")
        Double latitude,

        @Schema(example = "4.83")
        @NotNull(message = "{longitude.invalid}")
        @DecimalMin(value = "-180", message = "{longitude.invalid}")
        @DecimalMax(value = "180", message = "{longitude.invalid}")
        Double longitude,

        @Schema(example = "🍻") @NullMeansEmpty @Characters(max = 32, message = "{emoji.invalid}") @Nullable
        String statusEmoji) {}
