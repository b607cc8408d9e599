package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "postgresql://ana:pw@db:5433/connect, jdbc:postgresql://db:5433/connect, ana, pw",
                "postgres://ana:pw@db/connect, jdbc:postgresql://db:5432/connect, ana, pw",
                "POSTGRESQL://ana:pw@db/connect, jdbc:postgresql://db:5432/connect, ana, pw",
                "postgresql://db/connect, jdbc:postgresql://db:5432/connect, -, -",
                "postgresql://ana@db/connect, jdbc:postgresql://db:5432/connect, ana, -",
                "postgresql://my_db:1/connect, jdbc:postgresql://my_db:1/connect, -, -",
                "postgresql://[::1]:5433/connect, jdbc:postgresql://[::1]:5433/connect, -, -",
                "postgresql://a%40b:p%2F%3A%25%C3%A9+@db/c, jdbc:postgresql://db:5432/c, a@b, p/:%é+",
                "postgresql://ana:p:w@db/c, jdbc:postgresql://db:5432/c, ana, p:w",
                "postgresql://ana:p@w@db/c, jdbc:postgresql://db:5432/c, ana, p@w",
                "postgresql://db/c?user=ana&password=p%26w, jdbc:postgresql://db:5432/c, ana, p&w",
                "postgresql://db/a%20b, jdbc:postgresql://db:5432/a+b, -, -",
                "postgresql://db/c?schema=public, jdbc:postgresql://db:5432/c, -, -",
                "postgresql://db/c?connection_limit=5&pool_timeout=2&pgbouncer=true&schema=x&sslmode=require,"
                        + " jdbc:postgresql://db:5432/c?sslmode=require, -, -",
                "postgresql://db/c?sslmode=verify-full&sslrootcert=/etc/ca.pem,"
                        + " jdbc:postgresql://db:5432/c?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem, -, -",
                "postgresql://db/c?connect_timeout=10&application_name=x%20y,"
                        + " jdbc:postgresql://db:5432/c?connectTimeout=10&ApplicationName=x+y, -, -",
                "jdbc:postgresql://db:5433/connect, jdbc:postgresql://db:5433/connect, -, -",
                "jdbc:postgresql://db/connect?user=ana&password=p%40w&ssl=true,"
                        + " jdbc:postgresql://db/connect?ssl=true, ana, p@w",
                "'jdbc:postgresql://a:1,b:2/c?targetServerType=primary',"
                        + " 'jdbc:postgresql://a:1,b:2/c?targetServerType=primary', -, -",
                "jdbc:postgresql:connect, jdbc:postgresql:connect, -, -",
                "jdbc:postgresql:///connect, jdbc:postgresql:///connect, -, -"
            })
    void bothFormsAreUnderstood(String value, String jdbcUrl, String user, String password) {
        DatabaseUrl url = DatabaseUrl.parse(value);
        assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(url.user()).isEqualTo(user);
        assertThat(url.password()).isEqualTo(password);
    }

    @Test
    void theDriverReadsWhatTheOperatorMeant() {
        String jdbcUrl = DatabaseUrl.parse("postgresql://db/my%20d%2Fb?application_name=a%20b%2Bc")
                .jdbcUrl();
        Properties read = Driver.parseURL(jdbcUrl, null);
        assertThat(read).containsEntry("PGDBNAME", "my d/b").containsEntry("ApplicationName", "a b+c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ana:tops3cret@db/connect",
                "postgresql://ana:tops3cret@db",
                "postgresql://ana:tops3cret@db/",
                "postgresql://ana:tops3cret@/connect",
                "postgresql://ana:tops3cret@db:x/connect",
                "postgresql://ana:tops3cret@db:65536/connect",
                "postgresql://ana:tops3/cret@db/connect",
                "postgresql://ana:tops3cret%zz@db/connect",
                "postgresql:ana:tops3cret@db/connect",
                "jdbc:mysql://db/connect?password=tops3cret",
                "jdbc:postgresql://ana:tops3cret@db/connect",
                "jdbc:postgresql://db:99999/connect?password=tops3cret",
                "jdbc:postgresql://db?password=tops3cret",
                "jdbc:postgresql://db/connect?password=tops3cret%",
                "tops3cret"
            })
    void everythingElseIsRefusedByNameWithoutTellingThePassword(String value) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DatabaseUrl.parse(value))
                .withMessageStartingWith("DATABASE_URL ")
                .withNoCause()
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("tops3"));
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(DatabaseUrl.parse("postgresql://ana:tops3cret@db/connect").toString())
                .doesNotContain("tops3cret");
    }
}
