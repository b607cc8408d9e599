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

/** How many may listen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedSeatsTest {

    private static final int AT_ONCE = 100;
    private static final int MOST = 17;
    private static final int MOST_OF_AN_ACCOUNT = 5;
    private static final Closing TOO_MANY_CONNECTIONS = new Closing(1008, "Trop de connexions");
    private static final String FULL = "Service saturé";

    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(),
            "--ADMIN_EMAILS=" + TestNode.ADMIN,
            "--connect.feed.most-connections=" + MOST,
            "--connect.feed.most-connections-of-an-account=" + MOST_OF_AN_ACCOUNT);
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
