package com.emlyon.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.emlyon.library.Command.AddBook;
import com.emlyon.library.Command.EraseReader;
import com.emlyon.library.Command.LendBook;
import com.emlyon.library.Command.ReturnBook;
import com.emlyon.platform.eventstore.personal.PersonErased;
import com.emlyon.platform.eventstore.refusal.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ErasedReadersTest {

    private static final ReaderId ADA = new ReaderId("reader-1");
    private static final String NAME = "Ada Lovelace";

    private Library library;

    @BeforeEach
    void start() {
        library = new Library();
        assertThat(library.send(new AddBook("emma", "Emma"))).isTrue();
        assertThat(library.send(new LendBook("emma", ADA, NAME))).isTrue();
    }

    @AfterEach
    void stop() {
        library.close();
    }

    @Test
    void aNameIsEncryptedWhereverItIsStored() {
        assertThat(library.texts("SELECT payload::text || metadata FROM store.fact"))
                .hasSize(2)
                .anySatisfy(fact -> assertThat(fact).contains("reader-1"))
                .allSatisfy(fact -> assertThat(fact).doesNotContain("Lovelace"));
        assertThat(library.texts("SELECT name FROM view.loan"))
                .singleElement()
                .asString()
                .doesNotContain("Lovelace");
        assertThat(library.nameOfReader(sealedName())).contains(NAME);
    }

    @Test
    void nobodyReadsTheNameOfAnErasedReader() {
        String encrypted = sealedName();
        assertThat(library.nameOfReader(encrypted)).contains(NAME);

        assertThat(library.send(new EraseReader(ADA))).isTrue();

        await().untilAsserted(() -> assertThat(library.nameOfReader(encrypted)).isEmpty());
        assertThat(sealedName()).isEqualTo(encrypted);
        assertThat(library.loans()).isEmpty();
        assertThat(library.number(
                        "SELECT count(*) FROM store.person_key WHERE person = 'reader-1' AND wrapped IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void anErasedReaderNeverGetsAKeyAgain() {
        assertThat(library.send(new EraseReader(ADA))).isTrue();
        await().until(() -> library.nameOfReader(sealedName()).isEmpty());
        assertThat(library.send(new ReturnBook("emma"))).isTrue();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> library.send(new LendBook("emma", ADA, NAME)))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(new PersonErased("reader-1")));

        assertThat(library.send(new LendBook("emma", new ReaderId("reader-2"), "Max")))
                .isTrue();
        assertThat(library.loans()).containsExactly("emma to reader-2");
    }

    private String sealedName() {
        return library.texts("SELECT payload ->> 'name' FROM store.fact WHERE type = 'BookLent' ORDER BY position")
                .getFirst();
    }
}
