package com.emlyon.platform.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Keeps other processes, and other application contexts of this process, from doing the same work in a folder at the
 * same time. The operating system releases the lock when its process ends, however it ends.
 */
public final class ProcessLock {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private ProcessLock() {}

    /** The work that is done while the lock is held. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does the work. */
        T run() throws IOException;
    }

    /**
     * Does the work while holding the lock on this file, which is created when missing.
     *
     * @param patience how long to wait for the lock
     * @throws LockTakenException when the lock is still taken after that
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
                throw new LockTakenException(file, patience);
            }
            pause(file);
        }
    }

    /** Tries repeatedly with the same channel: closing one releases the locks of this process on the file. */
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
