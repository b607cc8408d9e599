package com.emlyon.connect.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An item is written once after it has changed, and a list that has not changed not at all. */
class ReadyListTest {

    private static final Change CHANGE = new Change.OfEvent(Change.Kind.CHANGED, mock(EventView.class));

    private final Words words = new Words();
    private final ReadyList<String, NumberedPlace> list = new ReadyList<>(words, JsonMapper.shared());
    private final Campus campus = mock(Campus.class);

    @BeforeEach
    void open() {
        when(campus.personalData()).thenReturn(mock(PersonalDataReader.class));
    }

    @Test
    void itemsAreInTheirOrder() {
        change("b", 2);
        change("a", 3);
        change("c", 1);

        assertThat(body()).isEqualTo("{\"success\":true,\"data\":[\"c\",\"b\",\"a\"]}");
        assertThat(items(list.content(campus))).isEqualTo("[\"c\",\"b\",\"a\"]");
    }

    @Test
    void anEmptyListIsAList() {
        assertThat(body()).isEqualTo("{\"success\":true,\"data\":[]}");
        assertThat(items(list.content(campus))).isEqualTo("[]");
    }

    @Test
    void atFirstAllIsWritten() {
        words.places.putAll(Map.of("a", 1, "b", 2));

        list.noteAll(campus);

        assertThat(body()).contains("[\"a\",\"b\"]");
    }

    @Test
    void onlyWhatHasChangedIsWritten() {
        change("a", 1);
        change("b", 2);
        body();
        words.written.clear();

        // when
        change("b", 0);

        // then
        assertThat(body()).contains("[\"b\",\"a\"]");
        assertThat(words.written).containsExactly("b");
    }

    @Test
    void severalChangesOfAnItemAreWrittenOnce() {
        change("a", 1);
        change("a", 2);
        change("a", 3);

        body();

        assertThat(words.written).containsExactly("a");
    }

    @Test
    void whatSaysTheSameAsBeforeIsTheSameList() {
        change("a", 1);
        ListContent<NumberedPlace> before = list.content(campus);

        change("a", 1);

        assertThat(list.content(campus)).isSameAs(before);
    }

    @Test
    void whatIsGoneLeavesTheList() {
        change("a", 1);
        change("b", 2);
        body();

        words.places.remove("a");
        words.changed = "a";
        list.note(CHANGE, campus);

        assertThat(body()).contains("[\"b\"]");
    }

    @Test
    void whatCannotBeReadAnyMoreIsWrittenAnew() {
        change("a", 1);
        change("b", 2);
        body();
        words.written.clear();

        list.noteUnreadable(new AccountId("b"), campus);
        body();
        assertThat(words.written).containsExactly("b");

        list.noteUnreadable();
        body();
        assertThat(words.written).containsExactlyInAnyOrder("b", "a", "b");
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenNextTime() {
        change("a", 1);
        words.failing = true;
        assertThatThrownBy(this::body).isInstanceOf(IllegalStateException.class);

        words.failing = false;

        assertThat(body()).contains("[\"a\"]");
    }

    private void change(String word, int place) {
        words.places.put(word, place);
        words.changed = word;
        list.note(CHANGE, campus);
    }

    private String body() {
        return new String(list.content(campus).body(), StandardCharsets.UTF_8);
    }

    /** Words, each at a place of its own. */
    private static final class Words implements ListSource<String, NumberedPlace> {

        private final Map<String, Integer> places = new TreeMap<>();
        private final List<String> written = new ArrayList<>();
        private String changed = "";
        private boolean failing;

        @Override
        public String path() {
            return "/words";
        }

        @Override
        public Stream<String> all(Campus campus) {
            return places.keySet().stream();
        }

        @Override
        public Stream<String> changedBy(Change change, Campus campus) {
            return Stream.of(changed);
        }

        @Override
        public Stream<String> showing(AccountId account, Campus campus) {
            return Stream.of(account.value());
        }

        @Override
        public Stream<AccountId> shownIn(String word, Campus campus) {
            return Stream.of(new AccountId(word));
        }

        @Override
        public Optional<Item<NumberedPlace>> item(String word, Campus campus) {
            if (failing) {
                throw new IllegalStateException("cannot be written");
            }
            written.add(word);
            return Optional.ofNullable(places.get(word)).map(place -> new Item<>(new NumberedPlace(place, word), word));
        }

        @Override
        public Selection<NumberedPlace> selection(Parameters parameters) {
            return Selection.where(Optional.empty(), parameters);
        }
    }

    private static String items(ListContent<?> list) {
        return StandardCharsets.UTF_8.decode(list.array()).toString();
    }
}
