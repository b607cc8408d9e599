package com.emlyon.connect.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private static final List<String> STUDENT = List.of("student");

    private final FairQueue<String> queue = new FairQueue<>();

    @Test
    void aWideNetworkGainsNothingByItsManyNarrowOnes() {
        // given
        for (int i = 0; i < 4; i++) {
            queue.add(List.of("/48", "/56 " + i / 2, "/64 " + i), "crowd " + i);
        }
        queue.add(STUDENT, "student 1");
        queue.add(STUDENT, "student 2");

        // then
        assertThat(polled()).containsExactly("crowd 0", "student 1", "crowd 2", "student 2", "crowd 1", "crowd 3");
    }

    @Test
    void roomIsMadeInTheLargestNetworkForASmallerOne() {
        // given
        for (int i = 0; i < 4; i++) {
            queue.add(List.of("/48", "/56", "/64 " + i), "crowd " + i);
        }
        queue.add(STUDENT, "student");

        // then
        assertThat(queue.makeRoomFor(List.of("/48", "/56", "/64 9"))).isEmpty();
        assertThat(queue.makeRoomFor(STUDENT)).isPresent();
        assertThat(queue.makeRoomFor(List.of("another"))).isPresent();
        assertThat(queue.makeRoomFor(STUDENT))
                .as("as large as the crowd by then")
                .isEmpty();
        assertThat(queue.size()).isEqualTo(3);
        assertThat(polled()).hasSize(3).contains("student");
    }

    @Test
    void withinANetworkRoomIsMadeForASmallerPartOfIt() {
        // given
        for (int i = 0; i < 3; i++) {
            queue.add(List.of("/48", "/56", "/64"), "crowd " + i);
        }

        // then
        assertThat(queue.makeRoomFor(List.of("/48", "/56", "/64"))).isEmpty();
        assertThat(queue.makeRoomFor(List.of("/48", "/56", "/64 of a neighbour")))
                .contains("crowd 2");
    }

    @Test
    void whatIsRemovedIsNotServedAndLeavesNothingBehind() {
        // given
        List<String> path = List.of("/48", "/56", "/64");
        queue.add(path, "one");
        queue.add(path, "two");

        // then
        assertThat(queue.remove(path, "one")).isTrue();
        assertThat(queue.remove(path, "one")).isFalse();
        assertThat(queue.remove(STUDENT, "one")).isFalse();
        assertThat(polled()).containsExactly("two");
        assertThat(queue.makeRoomFor(STUDENT)).isEmpty();
    }

    private List<String> polled() {
        return Stream.generate(queue::poll).limit(queue.size()).toList();
    }
}
