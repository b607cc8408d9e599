package com.emlyon.connect.app.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.images.CleanPicture;
import com.emlyon.platform.images.format.PictureFormat;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrayAvatarsTest {

    private static final CleanPicture PICTURE = CleanPictures.of(PictureFormat.PNG);
    private static final Duration UNTIL_KNOWN = Duration.ofHours(2);

    private final TestClock clock = new TestClock();
    private TestNode node;
    private ContractClient client;
    private AvatarStore store;

    @BeforeEach
    void start() {
        node = TestNode.start(clock, TestPostgres.freshDatabaseUrl());
        client = new ContractClient(node);
        store = node.bean(AvatarStore.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void whatIsNobodysGoesAndWhatIsSomebodysStays() {
        // given
        Member pia = client.newMember("Pia One");
        String former = newAvatar(pia);
        String present = newAvatar(pia);
        String orphan = store.keep(PICTURE);

        // when
        sweep();

        // then
        assertThat(isThere(orphan)).as("young").isTrue();

        // when
        clock.advance(UNTIL_KNOWN);
        sweep();

        // then
        assertThat(Stream.of(former, orphan, present).map(this::isThere)).containsExactly(false, false, true);
    }

    @Test
    void theFolderOfAnotherDatabaseIsLeftAlone() {
        List<String> ofOthers =
                Stream.generate(() -> store.keep(PICTURE)).limit(10).toList();
        clock.advance(UNTIL_KNOWN);

        sweep();

        assertThat(ofOthers).allMatch(this::isThere);
    }

    private void sweep() {
        node.bean(StrayAvatars.class).sweep();
    }

    private boolean isThere(String path) {
        return store.open(path).isPresent();
    }

    private String newAvatar(Member member) {
        String address = client.newAvatar(member);
        return address.substring(address.indexOf("/uploads/"));
    }
}
