package com.emlyon.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a data folder in which it starts the built-in PostgreSQL itself; the tests of a class share the unpacked programs. */
public abstract class OwnDataFolder {

    @TempDir
    static Path programs;

    /** The folder of one test. */
    @TempDir
    protected Path data;

    @BeforeEach
    void programsAreUnpackedOnce() throws IOException {
        folder().takesProgramsFrom(programs);
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException {
        folder().killWhatIsLeft();
    }

    DataOfATest folder() {
        return new DataOfATest(data);
    }
}
