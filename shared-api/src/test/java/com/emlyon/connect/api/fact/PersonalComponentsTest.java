package com.emlyon.connect.api.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AvatarChanged;
import com.emlyon.platform.eventstore.personal.Personal;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fact says of a person is encrypted, so that it can be made unreadable; a new component must be put on a side. */
class PersonalComponentsTest {

    private static final Set<String> PERSONAL =
            Set.of("email", "name", "promotion", "avatarUrl", "whereabouts", "title", "description");

    private static final Set<String> IMPERSONAL =
            Set.of("account", "emailKey", "checkIn", "event", "creator", "date", "at", "until");

    @ParameterizedTest
    @MethodSource("com.emlyon.connect.api.fact.EveryFact#components")
    void aComponentIsSealedWhenItSaysSomethingOfAPerson(RecordComponent component) {
        boolean isPersonal = PERSONAL.contains(component.getName()) && !isNamedByUs(component);
        assertThat(component.getType() == Personal.class)
                .withFailMessage(
                        isPersonal
                                ? "The component \"%s\" of %s says something of a person: declare it as Personal<…>"
                                : "The component \"%s\" of %s is Personal<…>: add its name to PERSONAL in this test",
                        component.getName(),
                        component.getDeclaringRecord().getSimpleName())
                .isEqualTo(isPersonal);
    }

    /** The address under which this service publishes a picture says nothing of who is on it. */
    private static boolean isNamedByUs(RecordComponent component) {
        return component.getDeclaringRecord() == AvatarChanged.class;
    }

    @ParameterizedTest
    @MethodSource("com.emlyon.connect.api.fact.EveryFact#components")
    void aboutEveryComponentSomebodyHasDecided(RecordComponent component) {
        assertThat(union(PERSONAL, IMPERSONAL))
                .withFailMessage(
                        """
                        Nobody has decided whether the component "%1$s" of the fact %2$s says something of a person.
                        If it does (a name, a text that a student has typed, a place, an address): declare it as Personal<…> in %2$s, so that
                        it can be made unreadable, and add "%1$s" to PERSONAL in this test.
                        If it does not (an id, a key, a time): add "%1$s" to IMPERSONAL in this test.""", component.getName(), component.getDeclaringRecord().getSimpleName())
                .contains(component.getName());
    }

    @Test
    void whatWasDecidedIsAboutComponentsThatExist() {
        Set<String> existing =
                EveryFact.components().map(RecordComponent::getName).collect(Collectors.toSet());

        assertThat(union(PERSONAL, IMPERSONAL))
                .as("No fact has these components any more: take their names away from PERSONAL or IMPERSONAL")
                .isSubsetOf(existing);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }
}
