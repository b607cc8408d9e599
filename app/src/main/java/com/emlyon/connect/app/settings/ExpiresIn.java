package com.emlyon.connect.app.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code JWT_EXPIRES_IN}: how long a token is valid, as days, hours, minutes or seconds. */
final class ExpiresIn {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,10})([dhms]?)");
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private ExpiresIn() {}

    static Duration parse(String value) {
        Matcher parts = FORM.matcher(value);
        if (parts.matches()) {
            Duration lifetime = of(Long.parseLong(parts.group(1)), parts.group(2));
            if (lifetime.isPositive() && lifetime.compareTo(LONGEST) <= 0) {
                return lifetime;
            }
        }
        throw new StartRefused(
                "JWT_EXPIRES_IN must be a time such as 7d, 12h, 30m, 45s or a number of seconds, above 0 and at most"
                        + " 36500d, but is \"%s\".".formatted(value));
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "d" -> Duration.ofDays(amount);
            case "h" -> Duration.ofHours(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofSeconds(amount);
        };
    }
}
