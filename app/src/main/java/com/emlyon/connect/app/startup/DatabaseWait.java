package com.emlyon.connect.app.startup;

import com.emlyon.connect.app.settings.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits, for a bounded time, until the operator's own database answers, and refuses the start when the service cannot
 * work with it.
 */
public final class DatabaseWait {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWait.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DatabaseAddress address;
    private final Duration longest;

    /** Creates a wait of at most so long; with zero, the first attempt has to succeed. */
    public DatabaseWait(DatabaseAddress address, Duration longest) {
        this.address = address;
        this.longest = longest;
    }

    /**
     * Returns once the database answers and the service can work with it.
     *
     * @throws StartRefused with the first reason why it cannot
     */
    public void await() {
        long start = System.nanoTime();
        boolean waited = false;
        while (true) {
            try (Connection connection = address.connect()) {
                if (waited) {
                    log.info(
                            "{} answers after {} s",
                            capitalised(),
                            elapsed(start).toSeconds());
                }
                refuseUnlessUsable(DatabaseExamination.problems(address, connection));
                return;
            } catch (SQLException exception) {
                DatabaseFailure failure = new DatabaseFailure(address, exception);
                if (!failure.mayPass() || elapsed(start).compareTo(longest) >= 0) {
                    throw new StartRefused(sentence(failure, waited), exception);
                }
                if (!waited) {
                    log.info(
                            "Waiting up to {} s for {} of DATABASE_URL: {}",
                            longest.toSeconds(),
                            address,
                            failure.reason());
                    waited = true;
                }
            }
            pause();
        }
    }

    private String sentence(DatabaseFailure failure, boolean waited) {
        String sentence = failure.sentence();
        return waited
                ? sentence.substring(0, sentence.length() - 1)
                        + ", also not within %d s.".formatted(longest.toSeconds())
                : sentence;
    }

    private static void refuseUnlessUsable(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new StartRefused(problems.getFirst());
        }
    }

    private String capitalised() {
        String text = address.toString();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Duration elapsed(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StartRefused("DATABASE_URL: interrupted while waiting for %s.".formatted(address), stopping);
        }
    }
}
