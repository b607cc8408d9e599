package com.emlyon.connect.app.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventFact;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.EventUpdated;
import com.emlyon.connect.app.event.EventHistoryEntry.Kind;
import com.emlyon.platform.eventstore.personal.PersonId;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventChronicleTest {

    private static final EventId EVENT = EventId.random();
    private static final AccountId PIA = AccountId.random();
    private static final AccountId MAX = AccountId.random();
    private static final Instant AT = Instant.parse("2026-11-22T13:23:07.932Z");
    private static final Instant DATE = Instant.parse("2031-05-01T18:30:00Z");

    /** What has just been said needs no key. */
    private static final PersonalDataReader NOTHING_SEALED = new PersonalDataReader() {
        @Override
        public <T> Optional<T> decrypt(Personal<T> said, Class<T> type) {
            return Optional.of(((Personal.Clear<T>) said).value());
        }

        @Override
        public void expect(Collection<? extends PersonId> persons) {}
    };

    private static final EventFact CREATED =
            new EventCreated(EVENT, PIA, Personal.of(PIA, "Gala"), Personal.of(PIA, "Au parc"), DATE, AT);
    private static final EventFact JOINED = new EventJoined(EVENT, MAX, AT);
    private static final EventFact LEFT = new EventLeft(EVENT, MAX, AT);
    private static final EventFact CANCELLED = new EventCancelled(EVENT, AT);

    @Test
    void itIsForItsCreatorFromTheBeginning() {
        assertThat(told(CREATED).isFor(PIA)).isTrue();
        assertThat(told(CREATED).isFor(MAX)).isFalse();
    }

    @Test
    void itIsForWhoTakesPartAndNotForWhoHasLeft() {
        assertThat(told(CREATED, JOINED).isFor(MAX)).isTrue();
        assertThat(told(CREATED, JOINED, LEFT).isFor(MAX)).isFalse();
        assertThat(told(CREATED, JOINED, LEFT, JOINED).isFor(MAX)).isTrue();
    }

    @Test
    void onceCancelledItStaysWithThoseWhoTookPart() {
        assertThat(told(CREATED, JOINED, CANCELLED).isFor(MAX)).isTrue();
        assertThat(told(CREATED, JOINED, CANCELLED).isFor(PIA)).isTrue();
        assertThat(told(CREATED, JOINED, LEFT, CANCELLED).isFor(MAX)).isFalse();
    }

    @Test
    void anUpdateTellsOnlyWhatReadsOtherwise() {
        EventFact title = updated("Bal", "Au parc", DATE);
        EventFact date = updated("Bal", "Au parc", DATE.plusSeconds(60));
        EventFact back = updated("Gala", "Chez Pia", DATE.plusSeconds(60));

        assertThat(told(CREATED, title, date, back).happenings())
                .extracting(EventHistoryEntry::changes)
                .containsExactly(
                        new Changes("Gala", "Au parc", DATE),
                        new Changes("Bal", null, null),
                        new Changes(null, null, DATE.plusSeconds(60)),
                        new Changes("Gala", "Chez Pia", null));
    }

    @Test
    void whatTheCreatorAloneMayDoIsTheirs() {
        assertThat(told(CREATED, JOINED, CANCELLED).happenings())
                .containsExactly(
                        new EventHistoryEntry(Kind.CREATED, AT, PIA, new Changes("Gala", "Au parc", DATE)),
                        new EventHistoryEntry(Kind.JOINED, AT, MAX, Changes.NONE),
                        new EventHistoryEntry(Kind.CANCELLED, AT, PIA, Changes.NONE));
    }

    @Test
    void withoutFactsThereIsNothingAndNobody() {
        assertThat(told().isEmpty()).isTrue();
        assertThat(told().isFor(PIA)).isFalse();
    }

    private static EventChronicle told(EventFact... facts) {
        EventChronicle chronicle = new EventChronicle(NOTHING_SEALED);
        Stream.of(facts).forEach(chronicle::add);
        return chronicle;
    }

    private static EventFact updated(String title, String description, Instant date) {
        return new EventUpdated(EVENT, Personal.of(PIA, title), Personal.of(PIA, description), date, AT);
    }
}
