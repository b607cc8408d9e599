package com.emlyon.connect.app.audit;

import com.emlyon.connect.app.web.PageLimit;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.WholeNumbers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;

/**
 * A query of the trail: at most so many entries before a number, of one kind, by or about one account, between two
 * moments.
 *
 * @param until exclusive
 */
record Search(
        long before,
        int limit,
        Optional<Kind> kind,
        Optional<String> account,
        Optional<Instant> from,
        Optional<Instant> until) {

    static final String FROM_THE_END = "9223372036854775807";
    static final String LIMIT_UNLESS_GIVEN = "100";

    /**
     * Parses the parameters of a request; an empty one does not restrict the result.
     *
     * @throws Problem when a parameter cannot be parsed
     */
    static Search parse(String before, String limit, String kind, String account, String from, String until) {
        return new Search(
                WholeNumbers.within(1, Long.MAX_VALUE, before).orElseThrow(() -> wrong("page.before")),
                PageLimit.parse(limit),
                given(kind).map(Search::kind),
                given(account),
                given(from).map(Search::moment),
                given(until).map(Search::moment));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(Predicate.not(String::isEmpty));
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("audit.kind"));
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw wrong("audit.moment");
        }
    }

    private static Problem wrong(String text) {
        return new Problem(HttpStatus.BAD_REQUEST, text);
    }
}
