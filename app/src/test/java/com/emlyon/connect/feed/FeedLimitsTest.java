package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.TestPostgres;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Feed.Closing;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.connect.feed.RawFeed.Message;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many may listen, and how much the feed hears from each of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedLimitsTest {

    private static final int AT_ONCE = 100;
    private static final int MOST = 17;
    private static final int MOST_OF_AN_ACCOUNT = 5;
    private static final int MOST_BYTES = 4096;
    private static final int MESSAGES_AT_ONCE = 20;
    private static final int ROUNDS = 20;
    private static final Closing TOO_MANY_CONNECTIONS = new Closing(1008, "Trop de connexions");
    private static final String FULL = "Service saturé";
    private static final Closing TOO_LONG = new Closing(1009, "Message trop long");
    private static final Closing TOO_MANY_MESSAGES = new Closing(1008, "Trop de messages");

    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(),
            "--ADMIN_EMAILS=" + TestNode.ADMIN,
            "--connect.feed.most-connections=" + MOST,
            "--connect.feed.most-connections-of-an-account=" + MOST_OF_AN_ACCOUNT,
            "--connect.feed.messages-per-second=0.01");
    private final ContractClient client = new ContractClient(node);
    private final List<Member> members = new ArrayList<>();
    private final ConcurrentLinkedQueue<AutoCloseable> open = new ConcurrentLinkedQueue<>();

    @BeforeAll
    void register() {
        IntStream.range(0, 4).forEach(i -> members.add(client.newMember("Pia " + i)));
    }

    @AfterEach
    void leave() {
        closeAll();
        awaitNobody();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void ofAHundredConnectionsOfAnAccountExactlyAsManyAsItMayHaveAreLetIn() {
        for (int round = 0; round < 2; round++) {
            // when
            List<Optional<Closing>> ends = connectAtOnce(i -> pia());

            // then
            assertThat(ends.stream().filter(Optional::isEmpty)).hasSize(MOST_OF_AN_ACCOUNT);
            assertThat(ends.stream().flatMap(Optional::stream)).containsOnly(TOO_MANY_CONNECTIONS);
            closeAll();
            awaitNobody();
        }
    }

    @Test
    void ofAHundredConnectionsOfManyExactlyAsManyAsTheProcessBearsAreLetIn() {
        // when
        List<Optional<Closing>> ends = connectAtOnce(i -> members.get(i % members.size()));

        // then
        assertThat(ends.stream().filter(Optional::isEmpty)).hasSize(MOST);
        assertThat(ends.stream().flatMap(Optional::stream).map(Closing::reason))
                .contains(FULL)
                .isSubsetOf(FULL, TOO_MANY_CONNECTIONS.reason());
    }

    @Test
    void administratorsAreCountedWithTheOthers() {
        // given
        Member admin = client.admin();
        for (int i = 0; i < MOST - 2; i++) {
            keep(client.openFeed(members.get(i % members.size()).token())).awaitInitial();
        }
        Feed first = keep(client.openAdminFeed(admin.token()));
        first.nextFrame();
        keep(client.openAdminFeed(admin.token())).nextFrame();

        // then
        assertThat(keep(client.openAdminFeed(admin.token())).awaitClosing().reason())
                .isEqualTo(FULL);
        Message farewell = keep(RawFeed.open(node.ws(), pia().token())).next();
        assertThat(farewell.closeReason()).isEqualTo(FULL);
        assertThat(farewell.closeCode()).as("Tomcat's client does not know it").isEqualTo(1013);

        // when
        first.close();

        // then
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(isLetIn(admin)).as("the seat that was left").isTrue());
    }

    @Test
    void aConnectionThatBreaksMakesRoom() {
        // given
        List<RawFeed> feeds = new ArrayList<>();
        for (int i = 0; i < MOST_OF_AN_ACCOUNT; i++) {
            feeds.add(keep(RawFeed.open(node.ws(), pia().token())));
            assertThat(feeds.getLast().next().isText()).isTrue();
        }
        assertThat(isLetIn(pia())).isFalse();

        // when
        feeds.getFirst().close();

        // then
        Awaitility.await().until(() -> isLetIn(pia()));
    }

    @Test
    void aMessageMayBeAsLongAsTheLimitAndNotAByteLonger() {
        String asLong = "é".repeat(MOST_BYTES / 2);
        Feed feed = keep(client.openFeed(pia().token())).awaitInitial();

        feed.sendText(asLong).sendText("bonjour");
        String event = client.newEvent(pia(), "Gala", "2031-05-01");
        feed.awaitFrame(frame -> frame.contains(event), "the event");

        feed.sendText(asLong + "!");
        assertThat(feed.awaitClosing()).isEqualTo(TOO_LONG);
    }

    @Test
    void aMessageInPartsIsAsLongAsAllOfThem() {
        RawFeed feed = keep(RawFeed.open(node.ws(), pia().token()));
        assertThat(feed.next().isText()).isTrue();

        feed.beginText(new byte[MOST_BYTES / 2]);
        feed.continueText(new byte[MOST_BYTES / 2]);
        feed.continueText(new byte[1]);

        Message farewell = feed.next();
        assertThat(new Closing(farewell.closeCode(), farewell.closeReason())).isEqualTo(TOO_LONG);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSaysTooMuchIsPartedFrom(Said kind) {
        RawFeed feed = keep(RawFeed.open(node.ws(), pia().token()));
        assertThat(feed.next().isText()).isTrue();

        // when
        for (int i = 0; i < MESSAGES_AT_ONCE; i++) {
            kind.say(feed, i == 0);
        }
        String event = client.newEvent(pia(), "Gala", "2031-05-01");

        // then
        assertThat(feed.next().text()).contains(event);

        // when
        kind.say(feed, false);

        // then
        Message farewell = feed.next();
        assertThat(new Closing(farewell.closeCode(), farewell.closeReason())).isEqualTo(TOO_MANY_MESSAGES);
    }

    /** A farewell has to wait for the end of a frame, and may not take its place. */
    @Test
    void whoeverIsPartedFromWhileMuchIsToldIsToldWhy() {
        String event = client.newEvent(pia(), "Gala", "2031-05-01");
        for (int round = 0; round < ROUNDS; round++) {
            RawFeed feed = keep(RawFeed.open(node.ws(), pia().token()));
            assertThat(feed.next().isText()).isTrue();

            // when
            client.put("/api/events/" + event)
                    .as(pia())
                    .json("{\"title\":\"Bal %d\"}".formatted(round))
                    .send();
            for (int i = 0; i <= MESSAGES_AT_ONCE; i++) {
                feed.text(new byte[0]);
            }

            // then
            Message last = feed.next();
            while (last.isText()) {
                last = feed.next();
            }
            assertThat(new Closing(last.closeCode(), last.closeReason())).isEqualTo(TOO_MANY_MESSAGES);
        }
    }

    /** Long before it has missed so many pings that it would be given up for that. */
    /** What clients can say. */
    enum Said {
        TEXT,
        BINARY,
        PONG,
        EMPTY_PART;

        void say(RawFeed feed, boolean first) {
            switch (this) {
                case TEXT -> feed.text("bonjour".getBytes(StandardCharsets.UTF_8));
                case BINARY -> feed.binary(new byte[1]);
                case PONG -> feed.pong(new byte[0]);
                case EMPTY_PART -> {
                    if (first) {
                        feed.beginText(new byte[0]);
                    } else {
                        feed.continueText(new byte[0]);
                    }
                }
            }
        }
    }

    private List<Optional<Closing>> connectAtOnce(IntFunction<Member> who) {
        return Simultaneously.all(AT_ONCE, i -> () -> {
            Feed feed = keep(client.openFeed(who.apply(i).token()));
            return endOrFirstFrame(feed);
        });
    }

    private boolean isLetIn(Member member) {
        try (Feed feed = member.email().equals(TestNode.ADMIN)
                ? client.openAdminFeed(member.token())
                : client.openFeed(member.token())) {
            return endOrFirstFrame(feed).isEmpty();
        }
    }

    /** How the connection has ended; empty when something was told. */
    private static Optional<Closing> endOrFirstFrame(Feed feed) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> feed.frameAtHand().isPresent()
                                ? Optional.of(Optional.<Closing>empty())
                                : feed.closingAtHand().map(Optional::of),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Member pia() {
        return members.getFirst();
    }

    private <T extends AutoCloseable> T keep(T feed) {
        open.add(feed);
        return feed;
    }

    private void closeAll() {
        open.forEach(feed -> {
            try {
                feed.close();
            } catch (Exception gone) {
                throw new IllegalStateException(gone);
            }
        });
        open.clear();
    }

    private void awaitNobody() {
        Awaitility.await().until(() -> sockets() == 0);
    }

    private double sockets() {
        return node.bean(MeterRegistry.class).get("connect.sockets").gauge().value();
    }
}
