package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.BareProcess;
import com.emlyon.connect.app.EmlyonConnect;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class RefusedStartTest {

    @TempDir
    Path data;

    @Test
    void theSentenceIsTheLastThingAndThereIsNoStackTrace() throws Exception {
        // when
        Process service = start("PORT", "abc");
        String output = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(service.waitFor()).isEqualTo(1);
        assertThat(output.strip().lines().toList().getLast())
                .isEqualTo("PORT must be a whole number between 0 and 65535, but is \"abc\".");
        assertThat(output).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void aPasswordIsNotPrinted() throws Exception {
        // when
        Process service = start("DATABASE_URL", "mysql://ana:tops3cret@db/connect");
        String output = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(service.waitFor()).isEqualTo(1);
        assertThat(output).contains("DATABASE_URL must look like").doesNotContain("tops3cret");
    }

    @Test
    void aDatabaseThatRefusesThePasswordIsOneSentence() throws Exception {
        // given
        String url = TestPostgres.freshDatabaseUrl().replaceAll("password=.*", "password=tops3cret");

        // when
        Process service = start("DATABASE_URL", url);
        String output = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(service.waitFor()).isEqualTo(1);
        assertThat(output.strip())
                .matches("DATABASE_URL: the PostgreSQL at 127\\.0\\.0\\.1:[0-9]+ refuses the password of the role"
                        + " \"app\"\\.");
    }

    @Test
    void aMistypedCommandStartsNothingAndIsAnsweredWithTheNearest() throws Exception {
        // when
        Process service = start("PORT", "0", "projectons");
        String output = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(service.waitFor()).isEqualTo(2);
        assertThat(output.strip().lines())
                .satisfiesExactly(
                        mistake -> assertThat(mistake).isEqualTo("Unmatched argument at index 0: 'projectons'"),
                        nearest -> assertThat(nearest).startsWith("Did you mean: emlyon-connect projections"));
        assertThat(data).isEmptyDirectory();
    }

    private Process start(String variable, String value, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EmlyonConnect.class.getName()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = BareProcess.of(line).redirectErrorStream(true);
        builder.environment().put("DATA_DIR", data.toString());
        builder.environment().put(variable, value);
        return builder.start();
    }
}
