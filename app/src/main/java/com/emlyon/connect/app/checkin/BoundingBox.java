package com.emlyon.connect.app.checkin;

import com.emlyon.connect.app.web.Problem;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * A part of a map in degrees, its edges included. One that goes across the 180th meridian has a west that is greater than its
 * east (RFC 7946, section 5.2).
 */
record BoundingBox(double west, double south, double east, double north) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?");

    /**
     * Reads west, south, east and north, separated by commas.
     *
     * @throws Problem when these are not four numbers, or no part of a map
     */
    static BoundingBox parse(String text) {
        double[] edges = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(NUMBER.asMatchPredicate())
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (edges.length != 4 || edges.length != text.split(",", -1).length) {
            throw wrong();
        }
        BoundingBox box = new BoundingBox(edges[0], edges[1], edges[2], edges[3]);
        if (!box.isOnTheMap()) {
            throw wrong();
        }
        return box;
    }

    boolean contains(double latitude, double longitude) {
        return south <= latitude
                && latitude <= north
                && (west <= east ? west <= longitude && longitude <= east : west <= longitude || longitude <= east);
    }

    private boolean isOnTheMap() {
        return -90 <= south && south <= north && north <= 90 && isLongitude(west) && isLongitude(east);
    }

    private static boolean isLongitude(double degrees) {
        return -180 <= degrees && degrees <= 180;
    }

    private static Problem wrong() {
        return new Problem(HttpStatus.BAD_REQUEST, "checkIns.bbox");
    }
}
