package com.emlyon.connect.app.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.emlyon.connect.api.Moment;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.platform.eventstore.history.Streams;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AsOfTest {

    private static final Instant NOW = Instant.parse("2031-05-01T18:30:00.123Z");

    private final AsOf asOf = new AsOf(mock(Streams.class), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void thisVeryMomentMayBeNamedToTheNanosecond() {
        assertThat(asOf.parse("2031-05-01T18:30:00.123999999Z"))
                .isEqualTo(Moment.at(Instant.parse("2031-05-01T18:30:00.123999999Z")));
    }

    @Test
    void theNextMillisecondHasNotComeYet() {
        assertThatThrownBy(() -> asOf.parse("2031-05-01T18:30:00.124Z")).isInstanceOf(Problem.class);
    }
}
