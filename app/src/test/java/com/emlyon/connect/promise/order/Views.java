package com.emlyon.connect.promise.order;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares the views with what the facts say, by SQL that knows nothing of the projections. */
final class Views {

    private static final String CHECK_INS_BY_FACTS = """
            SELECT payload ->> 'account' AS account, payload ->> 'checkIn' AS id
            FROM (SELECT DISTINCT ON (stream) type, payload FROM store.fact
                  WHERE type IN ('CheckedIn', 'CheckedOut') ORDER BY stream, position DESC) AS newest
            WHERE type = 'CheckedIn'
            """;
    private static final String CHECK_INS = "SELECT account, id FROM view.check_in";

    private static final String ATTENDANCES_BY_FACTS = """
            SELECT event, account
            FROM (SELECT DISTINCT ON (event, account) event, account, type
                  FROM (SELECT payload ->> 'event' AS event, type, position,
                               coalesce(payload ->> 'account', payload ->> 'creator') AS account
                        FROM store.fact WHERE type IN ('EventCreated', 'EventJoined', 'EventLeft')) AS told
                  ORDER BY event, account, position DESC) AS newest
            WHERE type <> 'EventLeft'
              AND event NOT IN (SELECT payload ->> 'event' FROM store.fact WHERE type = 'EventCancelled')
            """;
    private static final String ATTENDANCES = "SELECT event, account FROM view.attendance";

    private Views() {}

    static void agreeWithTheFactsOf(History history) {
        assertSame(history, "check-ins", CHECK_INS_BY_FACTS, CHECK_INS);
        assertSame(history, "attendances", ATTENDANCES_BY_FACTS, ATTENDANCES);
    }

    private static void assertSame(History history, String view, String byFacts, String shown) {
        assertThat(history.database()
                        .sql("(%1$s EXCEPT %2$s) UNION ALL (%2$s EXCEPT %1$s)".formatted(byFacts, shown))
                        .query()
                        .listOfRows())
                .as("%s that only the facts or only the view knows", view)
                .isEmpty();
    }
}
