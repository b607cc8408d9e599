package com.emlyon.connect.app.settings;

/** {@code PORT} and {@code MANAGEMENT_PORT}: the ports for students and for operators. */
final class Port {

    /** The default, as in {@code application.yaml}. */
    static final int UNLESS_GIVEN = 3_001;

    private static final int HIGHEST = 65_535;

    private Port() {}

    static int parse(String variable, String value) {
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= HIGHEST) {
            return Integer.parseInt(value);
        }
        throw new StartRefused(
                "%s must be a whole number between 0 and 65535, but is \"%s\".".formatted(variable, value));
    }
}
