package com.emlyon.connect.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.parking.ParkedFact;
import com.emlyon.connect.app.parking.ParkedFacts;
import com.emlyon.connect.app.parking.ParkedStreams;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.processor.Retried;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two nodes on one database whose check-ins refuse a place during each test, and two new students whom that concerns. */
final class TwoPoisonedNodes implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    /** However slow the machine is, an answer is late here only because something is parked. */
    private static final String PATIENT = "--projections.longest-wait=50s";

    private final String database = TestPostgres.freshDatabaseUrl();
    private TestNode one = TestNode.start(database, PATIENT);
    private TestNode two = TestNode.start(database, PATIENT);
    private Member pia = new Campus(one).newStudent("Pia One");
    private Member max = new Campus(two).newStudent("Max Two");

    @Override
    public void beforeEach(ExtensionContext test) {
        pia = new Campus(one).newStudent("Pia One");
        max = new Campus(two).newStudent("Max Two");
        poison().placeIsRefused();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        poison().placeIsAccepted();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        close();
    }

    void restart() {
        close();
        one = TestNode.start(database, PATIENT);
        two = TestNode.start(database, PATIENT);
    }

    private void close() {
        two.close();
        one.close();
    }

    TestNode one() {
        return one;
    }

    TestNode two() {
        return two;
    }

    /** The first of the two students. */
    Member pia() {
        return pia;
    }

    /** The second of the two students. */
    Member max() {
        return max;
    }

    Poison poison() {
        return new Poison(one);
    }

    /** Checks somebody in by a request. */
    static Answer checkIn(TestNode node, Member member, String place) {
        return new ContractClient(node)
                .post("/api/checkins")
                .as(member)
                .json("{\"locationName\":\"%s\",\"latitude\":45.76,\"longitude\":4.83}".formatted(place))
                .send();
    }

    /** Tries again what is parked of the first student; nothing is done when nothing is. */
    Retried retry(TestNode node) {
        ParkedStreams streams = node.bean(ParkedStreams.class);
        return streams.retry(node.projection(Projections.CHECK_INS), firstParkedOf(pia))
                .orElse(new Retried(0, 0));
    }

    private long firstParkedOf(Member student) {
        return parked().stream()
                .filter(fact -> fact.stream().contains(student.id()))
                .mapToLong(ParkedFact::position)
                .min()
                .orElse(0);
    }

    /** What is parked of the two students, in the order of history. */
    List<ParkedFact> parked() {
        return one.bean(ParkedFacts.class).of(Projections.CHECK_INS).stream()
                .filter(fact -> isOurs(fact.stream()))
                .toList();
    }

    /** Where readers of a node see the two students. */
    List<String> places(TestNode node) {
        Answer list = new ContractClient(node).get("/api/checkins").as(max).send();
        assertThat(list.status()).isEqualTo(200);
        return list.items(checkIn -> isOurs(checkIn.at("/user/id").stringValue()))
                .map(checkIn -> checkIn.get("locationName").stringValue())
                .toList();
    }

    /** The rows of the two students are those that another database makes of the same history. */
    void assertThatTheTablesAreAFreshFold() {
        try (Replica replica = new Replica(200)) {
            replica.copy(database, 0, new History(one).end());
            assertThat(ours(Views.rows(one))).isEqualTo(ours(replica.tables()));
        }
    }

    private Map<String, List<String>> ours(Map<String, List<String>> tables) {
        Map<String, List<String>> ours = new TreeMap<>(tables);
        ours.replaceAll((table, rows) -> rows.stream().filter(this::isOurs).toList());
        return ours;
    }

    private boolean isOurs(String text) {
        return text.contains(pia.id()) || text.contains(max.id());
    }
}
