package com.emlyon.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.library.Command.AddBook;
import com.emlyon.library.Command.LendBook;
import com.emlyon.platform.eventstore.personal.MasterKey;
import com.emlyon.platform.eventstore.personal.MasterKeyRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KeyServiceTest {

    @Test
    void aServiceThatWrapsKeysReplacesTheSecret() {
        try (Library library = Library.withKeyService(new Inversion())) {
            assertThat(library.send(new AddBook("emma", "Emma"))).isTrue();
            assertThat(library.send(new LendBook("emma", new ReaderId("ada"), "Ada Lovelace")))
                    .isTrue();

            assertThat(library.texts("SELECT DISTINCT master FROM store.person_key"))
                    .containsExactly("inversion");
            assertThat(library.nameOfReader(
                            library.texts("SELECT name FROM view.loan").getFirst()))
                    .contains("Ada Lovelace");
        }
    }

    @Test
    void withoutAnyMasterKeyTheStartIsRefusedWithASentence() {
        assertThatThrownBy(() -> Library.withoutMasterKey().close())
                .hasRootCauseInstanceOf(MasterKeyRefused.class)
                .rootCause()
                .hasMessageContaining("event-store.master-key.secret");
    }

    /** Turns all bits over; a real one would ask a server. */
    private static final class Inversion implements MasterKey {

        @Override
        public String name() {
            return "inversion";
        }

        @Override
        public byte[] wrap(byte[] key, String purpose) {
            return turned(key);
        }

        @Override
        public byte[] unwrap(byte[] wrapped, String purpose) {
            return turned(wrapped);
        }

        private static byte[] turned(byte[] bytes) {
            byte[] turned = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                turned[i] = (byte) ~bytes[i];
            }
            return turned;
        }
    }
}
