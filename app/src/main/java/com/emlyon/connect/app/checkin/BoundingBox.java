package com.emlyon.connect.app.checkin;

import com.emlyon.connect.app.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * A part of a map in degrees, its edges included. If it crosses the 180th meridian, its west is greater than its east
 * (RFC 7946, section 5.2).
 */
record BoundingBox(double west, double south, double east, double north) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?");

    /**
     * Reads west, south, east and north, separated by commas.
     *
     * @throws Problem when the text is not four numbers, or the numbers are not a part of a map
     */
    static BoundingBox parse(String text) {
        List<String> edges =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (edges.size() != 4 || !edges.stream().allMatch(NUMBER.asMatchPredicate())) {
            throw wrong();
        }
        BoundingBox box = new BoundingBox(
                Double.parseDouble(edges.get(0)),
                Double.parseDouble(edges.get(1)),
                Double.parseDouble(edges.get(2)),
                Double.parseDouble(edges.get(3)));
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
