package com.emlyon.connect.app.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Degrees on the wire: whole ones print without a fraction, as from JavaScript. */
public record Coordinate(double degrees) {

    /** The number as JavaScript would print it. */
    @JsonValue
    Number json() {
        BigDecimal plain = BigDecimal.valueOf(degrees).stripTrailingZeros();
        return plain.scale() <= 0 ? plain.longValueExact() : (Number) degrees;
    }
}
