package com.emlyon.connect.app.audit;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Enters the notes of this node, many at once, on a thread of its own. While the database is unavailable, notes wait in
 * a bounded queue; those that do not fit are lost, and an entry with their number is written later. A batch that was
 * not confirmed is entered again, so a note may be entered twice, rather than not at all.
 */
@Component
class AuditWriter implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AuditWriter.class);

    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 64;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    private final AuditTable table;
    private final DatabaseAvailability availability;
    private final Clock clock;
    private final Counter losses;
    private final BlockingQueue<Noted> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Noted nothingMore;
    private final Thread thread;

    AuditWriter(AuditTable table, DatabaseAvailability availability, Clock clock, MeterRegistry meters) {
        this.table = table;
        this.availability = availability;
        this.clock = clock;
        this.losses = meters.counter("connect.audit.lost");
        this.nothingMore = new Noted(Instant.EPOCH, Note.of(Kind.ENTRIES_LOST));
        meters.gaugeCollectionSize("connect.audit.waiting", Tags.empty(), waiting);
        this.thread = Thread.ofPlatform().name("audit-writer").daemon().start(this::run);
    }

    /** Queues a note to be entered. Never blocks: if the queue is full, the note is lost and counted. */
    void write(Noted noted) {
        if (!waiting.offer(noted)) {
            lose(1);
        }
    }

    private void lose(long notes) {
        lost.addAndGet(notes);
        losses.increment(notes);
    }

    private void run() {
        try {
            while (!isClosing() || !waiting.isEmpty()) {
                List<Noted> batch = new ArrayList<>();
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
                batch.removeIf(noted -> noted == nothingMore);
                long missing = lost.getAndSet(0);
                if (missing > 0) {
                    batch.add(new Noted(
                            clock.instant(), Note.of(Kind.ENTRIES_LOST).with("lost", missing)));
                }
                if (!batch.isEmpty()) {
                    enterAtLast(batch);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void enterAtLast(List<Noted> batch) throws InterruptedException {
        boolean said = false;
        while (true) {
            try {
                enter(batch);
                return;
            } catch (DataAccessException unanswered) {
                if (isClosing()) {
                    log.error("{} entries of the audit trail are lost", batch.size() + waiting.size(), unanswered);
                    waiting.clear();
                    return;
                }
                if (!availability.report(unanswered) && !said) {
                    log.warn("The audit trail cannot be written; what is noted waits", unanswered);
                    said = true;
                }
                boolean unused = closing.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /**
     * Enters a batch; if the table refuses it, each note by itself. A note that the table refuses is a bug, and must
     * not prevent the others from being entered.
     */
    private void enter(List<Noted> batch) {
        try {
            table.enter(batch);
        } catch (DataIntegrityViolationException refused) {
            if (batch.size() > 1) {
                batch.forEach(noted -> enter(List.of(noted)));
            } else {
                log.error("An entry of the audit trail is refused", refused);
                lose(1);
            }
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        closing.countDown();
        write(nothingMore);
        thread.join(LONGEST_FAREWELL);
    }
}
