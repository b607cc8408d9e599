package com.emlyon.connect.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.emlyon.connect.app.web.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final List<Integer> ITEMS = List.of(10, 20, 30, 40);

    @Test
    void withoutAnythingItIsAll() {
        assertThat(between(null, null, Map.of())).isEqualTo(ITEMS);
    }

    @Test
    void itBeginsAtAPlaceAndEndsBeforeAnother() {
        assertThat(between(20, 40, Map.of())).containsExactly(20, 30);
        assertThat(between(21, 41, Map.of())).containsExactly(30, 40);
        assertThat(between(0, 10, Map.of())).isEmpty();
        assertThat(between(40, 20, Map.of())).isEmpty();
        assertThat(between(50, null, Map.of())).isEmpty();
    }

    @Test
    void aPageBeginsBehindAnItem() {
        assertThat(between(null, null, Map.of("after", "20"))).containsExactly(30, 40);
        assertThat(between(null, null, Map.of("after", "20", "limit", "1"))).containsExactly(30);
        assertThat(between(null, null, Map.of("after", "40"))).isEmpty();
        assertThat(between(null, 40, Map.of("after", "40"))).isEmpty();
    }

    @Test
    void anItemBeforeTheFirstPlaceDoesNotLetThePartBeginThere() {
        assertThat(between(30, null, Map.of("after", "10"))).containsExactly(30, 40);
    }

    @Test
    void anItemThatIsNotThereIsAProblem() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> between(null, null, Map.of("after", "25")));
    }

    @Test
    void theLimitCountsWhatPassesTheFilter() {
        Selection<NumberedPlace> even = Selection.where(
                Optional.of(place -> place.number() % 20 == 0), Parameters.of(Map.of("limit", "2", "after", "10")));

        assertThat(even.of(ITEMS, NumberedPlace::of)).containsExactly(20, 40);
    }

    @Test
    void aLimitBeyondTheEndIsTheEnd() {
        assertThat(between(30, null, Map.of("limit", "500"))).containsExactly(30, 40);
    }

    private static List<Integer> between(
            @Nullable Integer from, @Nullable Integer until, Map<String, String> parameters) {
        return Selection.between(
                        Optional.ofNullable(from).map(NumberedPlace::of),
                        Optional.ofNullable(until).map(NumberedPlace::of),
                        Parameters.of(parameters))
                .of(ITEMS, NumberedPlace::of);
    }
}
