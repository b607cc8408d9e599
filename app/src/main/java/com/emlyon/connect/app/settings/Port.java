package com.emlyon.connect.app.settings;

/** {@code PORT}: where the service listens. */
final class Port {

    private static final int HIGHEST = 65_535;

    private Port() {}

    static int parse(String value) {
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= HIGHEST) {
            return Integer.parseInt(value);
        }
        throw new StartRefused("PORT must be a whole number between 0 and 65535, but is \"%s\".".formatted(value));
    }
}
