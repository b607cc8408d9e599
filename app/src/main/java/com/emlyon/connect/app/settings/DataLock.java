package com.emlyon.connect.app.settings;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Keeps other processes, and other services of this process, from doing the same work in the data folder at the same
 * time. The lock dies with its holder, whatever kills it.
 */
public final class DataLock {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private DataLock() {}

    /** What is done while the lock is held. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it. */
        T run() throws IOException;
    }

    /**
     * Does the work while holding the lock on this file, which is created when missing. Refuses the start when the lock
     * stays taken for longer than the patience.
     */
    public static <T> T whileHolding(Path file, Duration patience, Work<T> work) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel, file, patience);
            return work.run();
        }
    }

    private static void lock(FileChannel channel, Path file, Duration patience) throws IOException {
        long start = System.nanoTime();
        while (!isLocked(channel)) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new StartRefused(
                        "DATA_DIR: another process has held %s for %d seconds; end it before starting again."
                                .formatted(file, patience.toSeconds()));
            }
            pause(file);
        }
    }

    /** Tries with the same channel again and again: closing one releases the locks of this process on the file. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void pause(Path file) throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + file);
        }
    }
}
