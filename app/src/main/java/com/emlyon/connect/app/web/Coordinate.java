package com.emlyon.connect.app.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Degrees in JSON: whole numbers are written without a fraction, as by JavaScript. */
public record Coordinate(double degrees) {

    /** The number as JavaScript would write it. */
    @JsonValue
    Number json() {
        BigDecimal plain = BigDecimal.valueOf(degrees).stripTrailingZeros();
        return plain.scale() <= 0 ? plain.longValueExact() : (Number) degrees;
    }
}
