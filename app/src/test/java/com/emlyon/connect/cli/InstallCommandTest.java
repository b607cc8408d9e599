package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.cli.EmlyonCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code install} refuses; what it makes is tested by {@link InstallationIT}. */
class InstallCommandTest {

    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int execute(String... arguments) {
        return EmlyonCommand.over(() -> {
                    throw new IllegalStateException("the test starts no service");
                })
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int install(Path where) {
        return execute("install", where.toString());
    }

    @Test
    void aFolderThatExistsIsLeftAlone() {
        assertThat(install(folder)).isEqualTo(1);
        assertThat(err.toString()).contains(folder + " exists already");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void onlyTheRunnableJarInstalls() {
        assertThat(install(folder.resolve("new"))).isEqualTo(1);
        assertThat(err.toString()).contains("Only the runnable jar can install");
        assertThat(folder).isEmptyDirectory();
    }

    /** It would leave an account behind in the database of the operator. */
    @Test
    void noTrainingRunIsDoneByHand() {
        assertThat(execute("train")).isEqualTo(1);
        assertThat(err.toString()).contains("Only install does a training run");
    }
}
