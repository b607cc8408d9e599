package com.emlyon.connect.app.event;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The date of a campus event as clients write it: the forms of ISO 8601 that JavaScript's {@code Date} understands. */
final class EventDate {

    /**
     * The form that the frontend sends comes first. A formatter can have optional parts but no alternatives, so there
     * is one for each form.
     */
    private static final List<DateTimeFormatter> FORMS =
            List.of(form('T', "+HH:MM"), form('T', "+HHMM"), form(' ', "+HH:MM"), form(' ', "+HHMM"));

    private static final Pattern BELOW_MILLISECONDS = Pattern.compile("(?<=\\.\\d{3})\\d+");

    private static final Instant FIRST = Instant.parse("1582-10-15T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private EventDate() {}

    /**
     * Returns the instant, truncated to milliseconds; empty when the text is no date that exists. A date without a time
     * is midnight UTC. A time without an offset is in the zone of the server; if a clock change skips it, it is moved
     * forward by the length of the gap. Dates are accepted from the first day of the Gregorian calendar to the last day
     * of the year 9999, in UTC: the views would show earlier ones as other days, and refuse later ones.
     */
    static Optional<Instant> parse(String iso, ZoneId serverZone) {
        String text = BELOW_MILLISECONDS.matcher(iso).replaceFirst("");
        return FORMS.stream()
                .flatMap(form -> parse(text, form, serverZone).stream())
                .filter(date -> !date.isBefore(FIRST) && date.isBefore(END))
                .findFirst();
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter form, ZoneId serverZone) {
        try {
            TemporalAccessor parsed = form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(
                    switch (parsed) {
                        case OffsetDateTime exact -> exact.toInstant();
                        case LocalDateTime local -> local.atZone(serverZone).toInstant();
                        case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
                        default -> throw new DateTimeException("Neither date nor time: " + parsed);
                    });
        } catch (DateTimeParseException notOfThisForm) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(char separator, String offset) {
        return new DateTimeFormatterBuilder()
                .appendValue(YEAR, 4)
                .optionalStart()
                .appendLiteral('-')
                .appendValue(MONTH_OF_YEAR, 2)
                .optionalStart()
                .appendLiteral('-')
                .appendValue(DAY_OF_MONTH, 2)
                .optionalEnd()
                .optionalStart()
                .appendLiteral(separator)
                .append(time(offset))
                .optionalEnd()
                .optionalEnd()
                .parseDefaulting(MONTH_OF_YEAR, 1)
                .parseDefaulting(DAY_OF_MONTH, 1)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter time(String offset) {
        return new DateTimeFormatterBuilder()
                .appendValue(HOUR_OF_DAY, 2)
                .appendLiteral(':')
                .appendValue(MINUTE_OF_HOUR, 2)
                .optionalStart()
                .appendLiteral(':')
                .appendValue(SECOND_OF_MINUTE, 2)
                .optionalStart()
                .appendFraction(NANO_OF_SECOND, 1, 3, true)
                .optionalEnd()
                .optionalEnd()
                .optionalStart()
                .parseCaseInsensitive()
                .appendOffset(offset, "Z")
                .optionalEnd()
                .toFormatter(Locale.ROOT);
    }
}
