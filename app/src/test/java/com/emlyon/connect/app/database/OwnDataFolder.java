package com.emlyon.connect.app.database;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a data folder in which it starts the built-in PostgreSQL itself; the tests of a class share the unpacked programs. */
abstract class OwnDataFolder {

    @TempDir
    static Path programs;

    @TempDir
    Path data;

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
