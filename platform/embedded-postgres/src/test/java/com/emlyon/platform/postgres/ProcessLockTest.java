package com.emlyon.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    @TempDir
    Path folder;

    @Test
    void whileOneHoldsItAnotherIsToldSo() throws IOException {
        Path lock = folder.resolve("lock");

        ProcessLock.whileHolding(
                lock,
                PATIENCE,
                () -> assertThatExceptionOfType(LockTakenException.class)
                        .isThrownBy(() -> ProcessLock.whileHolding(lock, PATIENCE, () -> "done"))
                        .withMessageContaining("another process has held " + lock));

        assertThat(ProcessLock.whileHolding(lock, PATIENCE, () -> "done")).isEqualTo("done");
    }
}
