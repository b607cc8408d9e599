package com.emlyon.connect.api.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AccountFact;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailFact;
import com.emlyon.connect.api.checkin.CheckInFact;
import com.emlyon.connect.api.event.EventFact;
import com.emlyon.platform.eventstore.personal.Personal;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever asks what is held about them is given every fact that is about them: each fact declares whose it is. */
class ExportedFactsTest {

    private static final Set<String> NAMES_OF_STUDENTS = Set.of("account", "creator");

    @ParameterizedTest
    @MethodSource("com.emlyon.connect.api.fact.EveryFact#classes")
    void everyFactDeclaresToWhomItIsExported(Class<?> fact) {
        assertThat(fact.isAnnotationPresent(ExportedTo.class))
                .withFailMessage("""
                        The fact %1$s does not declare whose personal data it is, so the export of an account would leave it out.
                        Mark it with @ExportedTo(Recipient.…): STUDENT_OF_THE_STREAM if it tells of an account or a presence, NAMED_STUDENT if
                        its component "account" or "creator" names the student, CREATOR_OF_THE_EVENT if it is a matter of who has created the
                        campus event, HOLDER_OF_THE_ADDRESS if it tells of an address, or NOBODY if it says nothing of a person.
                        The query of the export (find-facts-about.sql) follows from that.""", fact.getSimpleName())
                .isTrue();
    }

    static Stream<Class<?>> factsThatDeclareIt() {
        return EveryFact.classes().stream().filter(fact -> fact.isAnnotationPresent(ExportedTo.class));
    }

    @ParameterizedTest
    @MethodSource("factsThatDeclareIt")
    void whatAFactDeclaresFitsWhatItSays(Class<?> fact) {
        assertThat(fits(fact, fact.getAnnotation(ExportedTo.class).value()))
                .withFailMessage(
                        """
                        The fact %1$s is declared as exported to %2$s, but the export (find-facts-about.sql) would not find it so, or it names
                        a student or holds Personal<…> and is declared as that of NOBODY. Look at Recipient for what each one asks of a fact:
                        the kind of its stream, and the component "account" or "creator" that names the student. If none fits, the query
                        needs another part, and Recipient another value.""",
                        fact.getSimpleName(),
                        fact.getAnnotation(ExportedTo.class).value())
                .isTrue();
    }

    private static boolean fits(Class<?> fact, Recipient recipient) {
        return switch (recipient) {
            case STUDENT_OF_THE_STREAM ->
                AccountFact.class.isAssignableFrom(fact) || CheckInFact.class.isAssignableFrom(fact);
            case NAMED_STUDENT -> EventFact.class.isAssignableFrom(fact) && namesOneStudent(fact);
            case CREATOR_OF_THE_EVENT -> EventFact.class.isAssignableFrom(fact) && !namesAStudent(fact);
            case HOLDER_OF_THE_ADDRESS -> EmailFact.class.isAssignableFrom(fact) && namesOneStudent(fact);
            case NOBODY -> !namesAStudent(fact) && !holdsSomethingPersonal(fact);
        };
    }

    private static boolean namesOneStudent(Class<?> fact) {
        return Arrays.stream(fact.getRecordComponents())
                        .filter(component -> component.getType() == AccountId.class)
                        .map(RecordComponent::getName)
                        .filter(NAMES_OF_STUDENTS::contains)
                        .count()
                == 1;
    }

    private static boolean namesAStudent(Class<?> fact) {
        return Arrays.stream(fact.getRecordComponents()).anyMatch(component -> component.getType() == AccountId.class);
    }

    private static boolean holdsSomethingPersonal(Class<?> fact) {
        return Arrays.stream(fact.getRecordComponents()).anyMatch(component -> component.getType() == Personal.class);
    }
}
