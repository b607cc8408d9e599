package com.emlyon.connect.promise.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void everyKindOfComponentHasItsWord() {
        assertThat(Shape.of(Ball.class)).isEqualTo("""
                begins: Instant
                day: LocalDate
                dress: one of BLACK_TIE, COSTUME
                entry: Free {} or Paid {
                  cents: whole number
                } or null
                guests: list of text
                host: text
                music: list of list of text or null
                open: true or false
                place: {
                  house: {
                    number: whole number
                  }
                  name: text or null
                }
                price: number
                seats: map from text to whole number
                title: text""");
    }

    @Test
    void theFieldsOfAnAggregateAreItsShape() {
        assertThat(Shape.of(Choir.class)).isEqualTo("""
                conductor: text or null
                singers: list of text""");
    }

    @Test
    void theOrderOfComponentsMakesNoDifference() {
        assertThat(Shape.of(OneWay.class)).isEqualTo(Shape.of(OtherWay.class));
    }

    @Test
    void whatIsUnknownIsNotPassedOver() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Shape.of(Vague.class))
                .withMessageContaining("java.lang.Object");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Shape.of(Renamed.class))
                .withMessageContaining("JsonProperty");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Shape.of(Inherited.class))
                .withMessageContaining("Inherited");
    }

    record Ball(
            String title,
            Host host,
            LocalDate day,
            Instant begins,
            boolean open,
            Double price,
            Dress dress,
            Place place,
            @Nullable Entry entry,
            Set<Host> guests,
            List<List<@Nullable String>> music,
            Map<String, Integer> seats) {}

    record Host(@JsonValue String value) {}

    record Place(@Nullable String name, House house) {}

    record House(int number) {}

    enum Dress {
        BLACK_TIE,
        COSTUME
    }

    sealed interface Entry permits Paid, Free {}

    record Paid(long cents) implements Entry {}

    record Free() implements Entry {}

    static class Choir {

        static final int MOST = 40;

        List<Host> singers = List.of();

        @Nullable
        Host conductor;

        transient int heard;
    }

    static final class Inherited extends Choir {}

    record OneWay(String text, int number) {}

    record OtherWay(int number, String text) {}

    record Vague(Object anything) {}

    record Renamed(@JsonProperty("other") String name) {}
}
