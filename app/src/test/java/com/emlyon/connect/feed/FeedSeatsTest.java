package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Feed.Closing;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.connect.feed.RawFeed.Message;
import com.emlyon.platform.postgres.TestPostgres;
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
    private static final Closing REPLACED = new Closing(1008, "Remplacée par une connexion plus récente");
    private static final String NOT_REACHED = "Sans réponse";
    private static final String FULL = "Service saturé";

    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(),
            "--ADMIN_EMAILS=" + TestNode.ADMIN,
            // A client that is told changes is pinged as often.
            "--connect.feed.heartbeat-interval=5s",
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
        awaitSockets(0);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void ofAHundredConnectionsOfAnAccountExactlyAsManyAsItMayHaveStay() {
        for (int round = 0; round < 2; round++) {
            // when
            List<Feed> feeds = connectAtOnce(i -> pia());

            // then
            awaitSockets(MOST_OF_AN_ACCOUNT);
            assertThat(endsOf(feeds, AT_ONCE - MOST_OF_AN_ACCOUNT)).containsOnly(REPLACED);
            closeAll();
            awaitSockets(0);
        }
    }

    @Test
    void ofAHundredConnectionsOfManyExactlyAsManyAsTheProcessBearsStay() {
        // when
        List<Feed> feeds = connectAtOnce(i -> members.get(i % members.size()));

        // then
        awaitSockets(MOST);
        assertThat(endsOf(feeds, AT_ONCE - MOST))
                .extracting(Closing::reason)
                .contains(FULL)
                .isSubsetOf(FULL, REPLACED.reason());
    }

    @Test
    void theNewestConnectionOfAnAccountReplacesItsOldest() {
        // given
        List<Feed> feeds = connected(pia(), MOST_OF_AN_ACCOUNT);
        Feed ofAnotherAccount = connected(members.get(1), 1).getFirst();

        // when
        connected(pia(), 2);

        // then
        assertThat(feeds.get(0).awaitClosing()).isEqualTo(REPLACED);
        assertThat(feeds.get(1).awaitClosing()).isEqualTo(REPLACED);
        awaitSockets(MOST_OF_AN_ACCOUNT + 1);
        assertThat(feeds.subList(2, MOST_OF_AN_ACCOUNT)).allMatch(FeedSeatsTest::isOpen);
        assertThat(isOpen(ofAnotherAccount)).isTrue();
    }

    /** The dead one was left behind by a phone that has changed its network: its connection is open, and pings are not answered. */
    @Test
    void aConnectionThatHasMissedAPingIsReplacedBeforeOlderOnesThatAnswer() {
        // given
        List<Feed> living = new ArrayList<>(connected(pia(), 1));
        RawFeed deadOfPia = unanswering(pia());
        living.addAll(connected(pia(), MOST_OF_AN_ACCOUNT - 2));
        RawFeed deadOfBob = unanswering(members.get(1));
        living.addAll(connected(members.get(1), MOST_OF_AN_ACCOUNT - 1));
        living.addAll(connected(members.get(2), MOST_OF_AN_ACCOUNT));
        living.addAll(connected(members.get(3), 2));
        awaitSockets(MOST);
        awaitTwoPings(deadOfPia);
        awaitTwoPings(deadOfBob);

        // when
        living.addAll(connected(pia(), 1));
        living.addAll(connected(members.get(3), 1));

        // then
        assertThat(closeReason(deadOfPia)).as("at the limit of the account").isEqualTo(NOT_REACHED);
        assertThat(closeReason(deadOfBob)).as("at the limit of the process").isEqualTo(NOT_REACHED);
        awaitSockets(MOST);
        assertThat(living).allMatch(FeedSeatsTest::isOpen);
        Feed tooMany = keep(client.openFeed(members.get(3).token()));
        assertThat(tooMany.awaitClosing().reason()).isEqualTo(FULL);
    }

    private RawFeed unanswering(Member member) {
        return keep(RawFeed.openChanges(node.ws(), member.token(), Optional.empty()));
    }

    private static void awaitTwoPings(RawFeed feed) {
        for (int pings = 0; pings < 2; ) {
            pings += feed.next().isPing() ? 1 : 0;
        }
    }

    private static String closeReason(RawFeed feed) {
        Message message = feed.next();
        while (message.closeCode() < 0) {
            message = feed.next();
        }
        return message.closeReason();
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
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> isLetIn(admin));
    }

    private boolean isLetIn(Member admin) {
        Feed feed = keep(client.openAdminFeed(admin.token()));
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> feed.frameAtHand().isPresent() ? "frame" : feed.isClosed() ? "end" : "",
                        it -> !it.isEmpty())
                .equals("frame");
    }

    @Test
    void aConnectionThatBreaksMakesRoom() {
        // given
        List<Feed> feeds = connected(pia(), MOST_OF_AN_ACCOUNT - 1);
        RawFeed broken = keep(RawFeed.open(node.ws(), pia().token()));
        assertThat(broken.next().isText()).isTrue();

        // when
        broken.close();
        awaitSockets(MOST_OF_AN_ACCOUNT - 1);
        feeds.addAll(connected(pia(), 1));

        // then
        awaitSockets(MOST_OF_AN_ACCOUNT);
        assertThat(feeds).allMatch(FeedSeatsTest::isOpen);
    }

    private List<Feed> connectAtOnce(IntFunction<Member> who) {
        return Simultaneously.all(
                AT_ONCE, i -> () -> keep(client.openFeed(who.apply(i).token())));
    }

    private List<Feed> connected(Member member, int many) {
        List<Feed> feeds = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            feeds.add(keep(client.openFeed(member.token())).awaitInitial());
        }
        return feeds;
    }

    private static boolean isOpen(Feed feed) {
        return feed.closingAtHand().isEmpty();
    }

    /** How connections have ended, as soon as so many have. */
    private static List<Closing> endsOf(List<Feed> feeds, int many) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> feeds.stream()
                                .flatMap(feed -> feed.closingAtHand().stream())
                                .toList(),
                        ends -> ends.size() == many);
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

    private void awaitSockets(int many) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(sockets()).isEqualTo(many));
    }

    private double sockets() {
        return node.bean(MeterRegistry.class).get("connect.sockets").gauge().value();
    }
}
