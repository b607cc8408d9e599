package com.emlyon.connect.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.query.live.LiveCampus;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Memory says up to where it has all that the tables have, also where these are not equally far. */
class MemoryBehindTablesTest {

    private static final Instant MORNING = Instant.parse("2031-05-01T08:00:00Z");

    private final TwoModelNodes nodes = new TwoModelNodes();
    private final LiveCampus campus = nodes.here.campus();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void whatATableHasGotSinceItWasReadIsMissingUntilMemoryHasItToo() {
        nodes.views.follow();
        for (int i = 0; i < 6; i++) {
            nodes.term.checkIn(nodes.pia, MORNING);
        }
        nodes.term.register(MORNING);

        // given: accounts are at the end, and check-ins are not
        nodes.views.followAllButCheckIns();
        campus.look();
        assertThat(campus.completeUpTo()).isEqualTo(campus.furthestTable()).isPositive();

        // when: check-ins go on, and are not at the end yet
        nodes.views.stepCheckIns();
        campus.look();

        // then
        assertThat(campus.completeUpTo()).isLessThan(campus.furthestTable());

        // when
        nodes.views.follow();
        campus.look();

        // then
        assertThat(campus.completeUpTo()).isEqualTo(campus.furthestTable());
    }
}
