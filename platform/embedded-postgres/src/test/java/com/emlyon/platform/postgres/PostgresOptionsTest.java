package com.emlyon.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresOptionsTest {

    private static final Path FOLDER = Path.of("data");

    @ParameterizedTest
    @ValueSource(strings = {"app", "shop_2", "postgres_of_ours"})
    void aPlainNameIsTaken(String name) {
        assertThat(PostgresOptions.in(FOLDER, name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "2nd", "a-b", "a; drop table b", "../a", "postgres", "pg_shop"})
    void aNameThatNeedsQuotesOrBelongsToPostgresIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresOptions.in(FOLDER, name))
                .withMessageContaining("but is \"" + name + "\"");
    }
}
