package com.emlyon.connect.api.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fact says of a person is marked, so that it can be made unreadable; a new component must be put on a side. */
class PersonalComponentsTest {

    private static final Set<String> PERSONAL = Set.of(
            "email",
            "name",
            "promotion",
            "avatarUrl",
            "place",
            "latitude",
            "longitude",
            "emoji",
            "title",
            "description");

    private static final Set<String> IMPERSONAL =
            Set.of("account", "emailKey", "checkIn", "event", "creator", "date", "at", "until");

    @ParameterizedTest
    @MethodSource("com.emlyon.connect.api.fact.EveryFact#components")
    void aComponentIsMarkedWhenItSaysSomethingOfAPerson(RecordComponent component) {
        assertThat(component.isAnnotationPresent(Personal.class)).isEqualTo(PERSONAL.contains(component.getName()));
    }

    @Test
    void aboutEveryComponentSomebodyHasDecided() {
        assertThat(EveryFact.components().map(RecordComponent::getName).collect(Collectors.toSet()))
                .containsAll(PERSONAL)
                .containsAll(IMPERSONAL)
                .hasSize(PERSONAL.size() + IMPERSONAL.size());
    }
}
