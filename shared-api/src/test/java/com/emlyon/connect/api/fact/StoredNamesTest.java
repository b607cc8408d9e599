package com.emlyon.connect.api.fact;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountRegistered;
import com.emlyon.connect.api.account.AccountRenamed;
import com.emlyon.connect.api.account.AvatarChanged;
import com.emlyon.connect.api.account.EmailClaimed;
import com.emlyon.connect.api.account.EmailReleased;
import com.emlyon.connect.api.account.PasswordChanged;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.CheckedOut;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.EventUpdated;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** History is read by these names: a class may be renamed, its stored name never. New facts are added to the list. */
class StoredNamesTest {

    private static final Map<Class<?>, String> KNOWN = Map.ofEntries(
            entry(AccountRegistered.class, "AccountRegistered"),
            entry(AccountRenamed.class, "AccountRenamed"),
            entry(AvatarChanged.class, "AvatarChanged"),
            entry(PasswordChanged.class, "PasswordChanged"),
            entry(AccountDeleted.class, "AccountDeleted"),
            entry(EmailClaimed.class, "EmailClaimed"),
            entry(EmailReleased.class, "EmailReleased"),
            entry(CheckedIn.class, "CheckedIn"),
            entry(CheckedOut.class, "CheckedOut"),
            entry(EventCreated.class, "EventCreated"),
            entry(EventUpdated.class, "EventUpdated"),
            entry(EventCancelled.class, "EventCancelled"),
            entry(EventJoined.class, "EventJoined"),
            entry(EventLeft.class, "EventLeft"));

    @Test
    void everyFactIsStoredUnderTheNameItHasAlwaysHad() {
        assertThat(EveryFact.marked()).allSatisfy(fact -> assertThat(KNOWN).containsEntry(fact, storedName(fact)));
        assertThat(KNOWN).hasSameSizeAs(EveryFact.marked());
    }

    @Test
    void noTwoFactsShareAName() {
        assertThat(EveryFact.marked().stream().map(StoredNamesTest::storedName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("com.emlyon.connect.api.fact.EveryFact#marked")
    void aStoredNameIsOneWordThatTellsNothingOfPackages(Class<?> fact) {
        assertThat(storedName(fact)).matches("[A-Z][A-Za-z]+");
    }

    @ParameterizedTest
    @MethodSource("com.emlyon.connect.api.fact.EveryFact#marked")
    void aRevisionIsACountingNumber(Class<?> fact) {
        assertThat(fact.getAnnotation(StoredAs.class).revision()).matches("[1-9][0-9]*");
    }

    @ParameterizedTest
    @MethodSource("com.emlyon.connect.api.fact.EveryFact#subjects")
    void theFactsOfASubjectAreClosedAndEachIsARecordWithAStoredName(Class<?> subject) {
        assertThat(subject.isSealed()).isTrue();
        assertThat(subject.getPermittedSubclasses())
                .isNotEmpty()
                .allMatch(Class::isRecord)
                .allMatch(fact -> fact.isAnnotationPresent(StoredAs.class));
    }

    @Test
    void everyFactBelongsToOneSubjectAndNothingElseIsStored() {
        // given
        List<Class<?>> ofSubjects = EveryFact.subjects().stream()
                .<Class<?>>mapMulti((subject, facts) ->
                        List.of(subject.getPermittedSubclasses()).forEach(facts))
                .toList();

        // then
        assertThat(EveryFact.classes()).containsExactlyInAnyOrderElementsOf(ofSubjects);
        assertThat(EveryFact.marked()).containsExactlyInAnyOrderElementsOf(ofSubjects);
    }

    private static String storedName(Class<?> fact) {
        return fact.getAnnotation(StoredAs.class).value();
    }
}
