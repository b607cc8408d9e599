package com.emlyon.connect.app.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An installation is complete, or it is not there. */
@DisabledOnOs(OS.WINDOWS)
class InstallationTest {

    @TempDir
    private Path parent;

    @Test
    void nothingIsLeftWherePermissionsCannotBeSet() throws IOException {
        // given
        Path folder = Files.createDirectories(parent.resolve("connect"));
        Files.writeString(folder.resolve(Installation.PROGRAM), "the program");
        Files.createSymbolicLink(folder.resolve("permissions-of-nothing"), folder.resolve("nothing"));
        Installation installation = new Installation(folder);

        // then
        assertThatExceptionOfType(IOException.class).isThrownBy(installation::complete);
        assertThat(folder).doesNotExist();
        assertThat(parent).isEmptyDirectory();
    }
}
