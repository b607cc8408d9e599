package com.emlyon.connect.promise.rebuild;

import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.AllAccounts;
import com.emlyon.connect.api.checkin.ActiveCheckIns;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.event.AllEvents;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.web.Queries;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One way to read views: finds the mark of everything of some kinds. */
interface Reader extends AutoCloseable {

    /** The kinds of things that it reads. */
    Set<String> kinds();

    /** Reads once. */
    Map<String, Integer> read() throws SQLException;

    @Override
    default void close() throws SQLException {}

    /** Asks as the routes do, in turn for each view; events and their attendances come from one snapshot. */
    static Reader service(TestNode node, int number) {
        Queries queries = node.bean(Queries.class);
        return switch (number % 3) {
            case 0 ->
                of(
                        Set.of("event", "attends"),
                        () -> events(queries.all(new AllEvents(Optional.empty(), Optional.empty()), EventView.class)));
            case 1 ->
                of(
                        Set.of("check-in"),
                        () -> checkIns(queries.all(
                                new ActiveCheckIns(node.bean(Clock.class).instant()), CheckInView.class)));
            default -> of(Set.of("account"), () -> accounts(queries.all(new AllAccounts(), AccountView.class)));
        };
    }

    /** Asks with statements that PostgreSQL has prepared, all views in one transaction of the given isolation. */
    static Reader sql(String database, int isolation, PersonalDataCipher cipher) throws SQLException {
        return new SqlReader(database, isolation, cipher);
    }

    private static Map<String, Integer> events(List<EventView> events) {
        Map<String, Integer> found = new HashMap<>();
        for (EventView event : events) {
            found.put("event " + event.id(), Marks.in(event.title()));
            event.attendees().forEach(student -> found.put("attends %s %s".formatted(event.id(), student.id()), 1));
        }
        return found;
    }

    private static Map<String, Integer> checkIns(List<CheckInView> checkIns) {
        Map<String, Integer> found = new HashMap<>();
        checkIns.forEach(checkIn -> found.put("check-in " + checkIn.user().id(), Marks.in(checkIn.place())));
        return found;
    }

    private static Map<String, Integer> accounts(List<AccountView> accounts) {
        Map<String, Integer> found = new HashMap<>();
        accounts.forEach(account -> found.put("account " + account.id(), Marks.in(account.name())));
        return found;
    }

    private static Reader of(Set<String> kinds, Question question) {
        return new Reader() {
            @Override
            public Set<String> kinds() {
                return kinds;
            }

            @Override
            public Map<String, Integer> read() {
                return question.answer();
            }
        };
    }

    /** What is asked. */
    interface Question {

        Map<String, Integer> answer();
    }

    /** A connection of its own. */
    final class SqlReader implements Reader {

        private static final List<String> QUESTIONS = List.of(
                "SELECT 'account ' || id, name FROM view.account",
                "SELECT 'check-in ' || account, whereabouts FROM view.check_in",
                "SELECT 'event ' || id, title FROM view.event",
                "SELECT 'attends ' || event || ' ' || account, 'yes 1' FROM view.attendance");

        private final Connection connection;
        private final PersonalDataCipher cipher;

        private SqlReader(String database, int isolation, PersonalDataCipher cipher) throws SQLException {
            this.cipher = cipher;
            connection = DriverManager.getConnection(database + "&prepareThreshold=1");
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
        }

        @Override
        public Set<String> kinds() {
            return Set.of("account", "check-in", "event", "attends");
        }

        @Override
        public Map<String, Integer> read() throws SQLException {
            Map<String, Integer> found = new HashMap<>();
            for (String question : QUESTIONS) {
                try (PreparedStatement statement = connection.prepareStatement(question);
                        ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getString(1), Marks.in(opened(rows.getString(2))));
                    }
                }
            }
            connection.commit();
            return found;
        }

        private String opened(String encrypted) {
            JsonNode said = cipher.reveal(encrypted).orElseThrow();
            return said.path("place").asString(said.asString(""));
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
