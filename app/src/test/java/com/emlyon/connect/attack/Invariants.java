package com.emlyon.connect.attack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is true of every answer, whatever was asked. */
final class Invariants {

    /** What HTTP itself has no use for is said with these, by Tomcat. */
    private static final Set<Integer> NOT_IMPLEMENTED = Set.of(501, 505);

    private static final Pattern FAILURE =
            Pattern.compile("\\{\"success\":false,\"message\":\"(?:[^\"\\\\]++|\\\\.)++\"}", Pattern.DOTALL);

    private static final Pattern CONTENT_TYPE = Pattern.compile(
            "\r\nContent-Type: (?:application/json; ?charset=utf-8|application/schema\\+json)\r\n",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INSIDE = Pattern.compile(
            "Exception|Caused by|\\n\\s+at [\\w.$]+\\(|\\b(?:org|jakarta|java|tools)\\.[a-z]+\\.|com\\.emlyon|SQLSTATE|PSQL|jdbc:"
                    + "|hibernate|axon|(?i:apache tomcat)|\\bview_[a-z]+_\\d|store\\.(?:fact|session)|node-\\d{5}");

    private Invariants() {}

    /** Which of them the answer breaks, if it breaks one. */
    static Optional<String> brokenBy(RandomRequest request, String answer) {
        List<Integer> statuses = Wire.statuses(answer);
        if (statuses.isEmpty()) {
            return Optional.of("there is no answer");
        }
        int status = statuses.getLast();
        if (isFailureOfOurs(status)) {
            return Optional.of("it is a failure of ours");
        }
        if (showsInside(answer)) {
            return Optional.of("it shows what is inside");
        }
        if (answer.contains("\r\nSet-Cookie:") || answer.contains("\r\nServer:")) {
            return Optional.of("it says what nobody has to know");
        }
        if (!answer.contains("X-Content-Type-Options: nosniff")) {
            return Optional.of("a browser may guess what it is");
        }
        if (status >= 400
                && isOfTheContract(request)
                && !FAILURE.matcher(body(answer)).matches()) {
            return Optional.of("it has not the shape of a failure");
        }
        if (isOfTheContract(request)
                && !body(answer).isEmpty()
                && !CONTENT_TYPE.matcher(answer).find()) {
            return Optional.of("it does not say that it is JSON");
        }
        return Optional.empty();
    }

    /** Transfer codings and versions of HTTP that no server has to know are the client's. */
    static boolean isFailureOfOurs(int status) {
        return status >= 500 && !NOT_IMPLEMENTED.contains(status);
    }

    /** Names of classes, of tables, of libraries. */
    static boolean showsInside(String answer) {
        return INSIDE.matcher(answer).find();
    }

    private static boolean isOfTheContract(RandomRequest request) {
        return request.target().toLowerCase(Locale.ROOT).startsWith("/api")
                && !request.method().equals("HEAD");
    }

    /** Without the frames of chunks. Of a compressed one, which may have the braces in any order, as much as there is. */
    private static String body(String answer) {
        int start = answer.indexOf('{', Math.max(0, answer.indexOf("\r\n\r\n")));
        return start < 0 ? "" : answer.substring(start, Math.max(start, answer.lastIndexOf('}')) + 1);
    }
}
