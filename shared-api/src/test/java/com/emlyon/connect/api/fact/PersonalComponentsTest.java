package com.emlyon.connect.api.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AvatarChanged;
import com.emlyon.connect.api.account.Personal;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fact says of a person is sealed, so that it can be made unreadable; a new component must be put on a side. */
class PersonalComponentsTest {

    private static final Set<String> PERSONAL =
            Set.of("email", "name", "promotion", "avatarUrl", "whereabouts", "title", "description");

    private static final Set<String> IMPERSONAL =
            Set.of("account", "emailKey", "checkIn", "event", "creator", "date", "at", "until");

    @ParameterizedTest
    @MethodSource("com.emlyon.connect.api.fact.EveryFact#components")
    void aComponentIsSealedWhenItSaysSomethingOfAPerson(RecordComponent component) {
        boolean isPersonal = PERSONAL.contains(component.getName()) && !isNamedByUs(component);
        assertThat(component.getType() == Personal.class).isEqualTo(isPersonal);
    }

    /** The address under which this service publishes a picture says nothing of who is on it. */
    private static boolean isNamedByUs(RecordComponent component) {
        return component.getDeclaringRecord() == AvatarChanged.class;
    }

    @Test
    void aboutEveryComponentSomebodyHasDecided() {
        assertThat(EveryFact.components().map(RecordComponent::getName).collect(Collectors.toSet()))
                .containsAll(PERSONAL)
                .containsAll(IMPERSONAL)
                .hasSize(PERSONAL.size() + IMPERSONAL.size());
    }
}
