package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static com.emlyon.connect.promise.Campus.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckOut;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.avatar.AvatarStore;
import com.emlyon.connect.app.avatar.FormerAvatars;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an account did on campus ends with it: as facts, on every node, after every crash, and only once. */
class DeletedAccountEndsItsTracesTest {

    private static final String RULES = "rules";
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Instant DATE = Instant.parse("2031-05-01T18:30:00Z");

    @Test
    void theFactsSayWhatEndedAndWhy() {
        // given
        TwoNodes nodes = TwoNodes.shared();
        Member pia = nodes.campus(0).newStudent("Pia One");
        Member max = nodes.campus(1).newStudent("Max Two");
        String first = nodes.client(0).newEvent(pia, "Gala", DATE.toString());
        String second = nodes.client(1).newEvent(pia, "Bal", DATE.toString());
        String joined = nodes.client(0).newEvent(max, "Pique-nique", DATE.toString());
        nodes.client(1).post("/api/events/" + joined + "/attend").as(pia).send();
        nodes.client(0).post("/api/events/" + first + "/attend").as(max).send();
        String checkIn = nodes.client(1).newCheckIn(pia, "Le Sucre");
        String picture = nodes.client(0).newAvatar(pia);

        // when
        Answer answer = nodes.client(1).deletionOf(pia).send();

        // then
        assertThat(answer).hasStatus(200);
        nodes.campus(0).awaitEndOfHistory(RULES, FormerAvatars.NAME);
        StoredFact deletion = nodes.history().of(pia.id()).getLast();
        assertThat(deletion.type()).isEqualTo("AccountDeleted");
        assertThat(nodes.history().all(fact -> fact.origin("cause").equals(deletion.id())))
                .extracting(
                        StoredFact::type,
                        StoredFact::stream,
                        fact -> fact.says("account"),
                        fact -> fact.says("checkIn"))
                .containsExactlyInAnyOrder(
                        tuple("EventCancelled", first, "", ""),
                        tuple("EventCancelled", second, "", ""),
                        tuple("EventLeft", joined, pia.id(), ""),
                        tuple("CheckedOut", "presence-" + pia.id(), pia.id(), checkIn));

        // then
        assertThat(rowsOf(nodes.node(0), "store.credential", pia)).isZero();
        assertThat(rowsOf(nodes.node(0), "store.involvement", pia)).isZero();
        assertThat(nodes.node(0).bean(AvatarStore.class).open(picture)).isEmpty();
        assertThat(nodes.client(1).get(picture).send()).hasStatus(404);
    }

    @Test
    void whatCommitsAfterTheDeletionIsUndone() {
        // given
        TwoNodes nodes = TwoNodes.shared();
        Campus campus = nodes.campus(0);
        Member max = campus.newStudent("Max Two");
        EventId joined = new EventId(nodes.client(0).newEvent(max, "Gala", DATE.toString()));
        AccountId pia = new AccountId(campus.newStudent("Pia One").id());
        campus.send(new DeleteAccount(pia, campus.now()));
        campus.awaitEndOfHistory(RULES);

        // when
        String outcome = campus.send(new JoinEvent(joined, pia, campus.now()));

        // then
        assertThat(outcome).isEqualTo(DONE);
        campus.awaitEndOfHistory(RULES);
        assertThatTheLastFactAnswersTheOneBefore(nodes, joined.toString(), "EventJoined", "EventLeft");
    }

    @Test
    void whatIsSaidAfterTheDeletionIsUndoneAndSoonNobodyCanSayAnything() {
        // given
        TwoNodes nodes = TwoNodes.shared();
        Campus campus = nodes.campus(0);
        AccountId pia = new AccountId(campus.newStudent("Pia One").id());
        campus.send(new DeleteAccount(pia, campus.now()));
        List<EventId> invitations = new ArrayList<>();

        // when
        await().atMost(A_WHILE).until(() -> {
            EventId event = EventId.random();
            boolean done = campus.send(new CreateEvent(event, pia, "Bal", "Au parc", DATE, campus.now()))
                    .equals(DONE);
            return done ? !invitations.add(event) : true;
        });

        // then
        assertThat(campus.send(new CheckIn(pia, CheckInId.random(), "Le Sucre", 45.7, 4.8, null, campus.now())))
                .isEqualTo("PersonErased");
        campus.awaitEndOfHistory(RULES);
        for (EventId event : invitations) {
            assertThatTheLastFactAnswersTheOneBefore(nodes, event.toString(), "EventCreated", "EventCancelled");
        }
    }

    @Test
    void whatOneNodeRemembersDoesNotKeepTheOtherFromEndingIt() {
        TwoNodes nodes = TwoNodes.shared();
        for (int i = 0; i < 2; i++) {
            // given
            Campus here = nodes.campus(i);
            Campus there = nodes.campus(i + 1);
            AccountId pia = new AccountId(here.newStudent("Pia One").id());
            CheckInId former = CheckInId.random();
            here.send(new CheckIn(pia, former, "Le Sucre", 45.7489, 4.8181, null, here.now()));
            here.send(new CheckOut(pia, former, here.now()));
            there.send(new CheckIn(pia, CheckInId.random(), "Bar du Port", 45.76, 4.83, null, there.now()));

            // when
            there.send(new DeleteAccount(pia, there.now()));

            // then
            here.awaitEndOfHistory(RULES);
            assertThat(typesOf(nodes.history(), "presence-" + pia))
                    .containsExactly("CheckedIn", "CheckedOut", "CheckedIn", "CheckedOut");
        }
    }

    @Test
    void aStormOfJoinsDoesNotKeepEventsAlive() {
        // given
        TwoNodes nodes = TwoNodes.shared();
        Campus campus = nodes.campus(0);
        Member pia = campus.newStudent("Pia One");
        List<EventId> events = IntStream.range(0, 5)
                .mapToObj(i -> new EventId(nodes.client(i).newEvent(pia, "Gala " + i, DATE.toString())))
                .toList();

        // when
        List<String> outcomes = Simultaneously.all(101, i -> {
            Campus node = nodes.campus(i);
            return () -> node.send(
                    i == 50
                            ? new DeleteAccount(new AccountId(pia.id()), node.now())
                            : new JoinEvent(events.get(i % events.size()), AccountId.random(), node.now()));
        });

        // then
        assertThat(outcomes).isSubsetOf(DONE, "EventUnknown");
        assertThat(outcomes.get(50)).isEqualTo(DONE);
        campus.awaitEndOfHistory(RULES);
        assertThat(events)
                .allSatisfy(event -> assertThat(typesOf(nodes.history(), event.toString()))
                        .endsWith("EventCancelled")
                        .containsOnlyOnce("EventCancelled"));
    }

    @Test
    void killedHalfWayTheRuleEndsTheRestAndNothingTwice() {
        // given
        String url = TestPostgres.freshDatabaseUrl();
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url));
        AccountId pia;
        List<String> streams;
        try (TestNode node = TestNode.start(url)) {
            Campus campus = new Campus(node);
            pia = new AccountId(campus.newStudent("Pia One").id());
            streams = tracesOf(pia, campus);
            refuseEveryEventLeft(database);

            // when
            campus.send(new DeleteAccount(pia, campus.now()));
            await().atMost(Duration.ofSeconds(60)).until(new Processors(node, RULES)::haveFailed);

            // then
            assertThat(typesOf(new History(node), "presence-" + pia)).endsWith("CheckedOut");
            assertThat(new History(node).all(fact -> fact.type().equals("EventLeft")))
                    .isEmpty();
        }

        // when
        database.sql("DROP TRIGGER half_way ON store.fact").update();
        try (TestNode node = TestNode.start(url)) {
            Campus campus = new Campus(node);
            campus.awaitEndOfHistory(RULES);

            // then
            History history = new History(node);
            String cause = history.of(pia.toString()).getLast().id();
            assertThat(streams)
                    .allSatisfy(stream -> assertThat(
                                    history.all(fact -> fact.stream().equals(stream)
                                            && fact.origin("cause").equals(cause)))
                            .hasSize(1)
                            .containsExactly(history.of(stream).getLast()));

            // when
            long end = history.end();
            Processors rules = new Processors(node, RULES);
            rules.stop();
            rules.forgetAllAfter(0);
            rules.start();
            rules.awaitEndOfHistory();

            // then
            assertThat(history.end()).isEqualTo(end);
        }
    }

    /** Leaves traces, and names the streams in which they will have to end. */
    private static List<String> tracesOf(AccountId pia, Campus campus) {
        AccountId max = AccountId.random();
        List<EventId> own = List.of(EventId.random(), EventId.random());
        List<EventId> joined = List.of(EventId.random(), EventId.random());
        own.forEach(event -> campus.send(new CreateEvent(event, pia, "Gala", "Au parc", DATE, campus.now())));
        joined.forEach(event -> campus.send(new CreateEvent(event, max, "Bal", "Au parc", DATE, campus.now())));
        joined.forEach(event -> campus.send(new JoinEvent(event, pia, campus.now())));
        campus.send(new CheckIn(pia, CheckInId.random(), "Le Sucre", 45.7489, 4.8181, null, campus.now()));
        return Stream.concat(
                        Stream.concat(own.stream(), joined.stream()).map(EventId::toString),
                        Stream.of("presence-" + pia))
                .toList();
    }

    /** From now on the database behaves as if it had no room for this one kind of fact. */
    private static void refuseEveryEventLeft(JdbcClient database) {
        database.sql("""
                        CREATE FUNCTION store.half_way() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                          RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full';
                        END $$
                        """).update();
        database.sql("""
                        CREATE TRIGGER half_way BEFORE INSERT ON store.fact FOR EACH ROW
                        WHEN (NEW.type = 'EventLeft') EXECUTE FUNCTION store.half_way()
                        """).update();
    }

    private static void assertThatTheLastFactAnswersTheOneBefore(
            TwoNodes nodes, String stream, String before, String last) {
        List<StoredFact> facts = nodes.history().of(stream);
        StoredFact cause = facts.get(facts.size() - 2);
        assertThat(cause.type()).isEqualTo(before);
        assertThat(facts.getLast()).returns(last, StoredFact::type).returns(cause.id(), fact -> fact.origin("cause"));
    }

    private static List<String> typesOf(History history, String stream) {
        return history.of(stream).stream().map(StoredFact::type).toList();
    }

    private static long rowsOf(TestNode node, String table, Member member) {
        return node.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM %s WHERE account = ?".formatted(table))
                .param(member.id())
                .query(Long.class)
                .single();
    }
}
