package com.emlyon.connect.app.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes notes of what matters to security. A caller neither waits for the database nor fails because of it: another
 * thread enters the notes a moment later. Entries that have to be in the transaction of their facts are written by
 * {@link AuditedCommands}.
 */
@Component
@EnableConfigurationProperties(AuditSettings.class)
public class AuditTrail implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

    private final CurrentRequest request;
    private final AuditWriter writer;
    private final AuditRateLimiter auditRateLimiter;
    private final Clock clock;

    AuditTrail(CurrentRequest request, AuditWriter writer, AuditSettings settings, Clock clock) {
        this.request = request;
        this.writer = writer;
        this.auditRateLimiter = new AuditRateLimiter(settings);
        this.clock = clock;
    }

    /**
     * Notes that something happened. If the note lacks the actor or the address, they are taken from the current
     * request. Never throws: a note that fails is logged and lost.
     */
    public void note(Note note) {
        try {
            Instant now = clock.instant();
            enter(auditRateLimiter.admit(note.completed(request.account(), request.address()), now), now);
        } catch (RuntimeException failure) {
            log.error("A note for the audit trail is lost: {}", note.kind(), failure);
        }
    }

    /**
     * Notes that an administrator has looked at something. What was not found is not named, because what was typed
     * could be anything, personal data included.
     */
    public void noteLook(Kind kind, String wanted, Optional<?> found) {
        Note note = Note.of(kind).with("found", found.isPresent());
        note(found.isPresent() ? note.about(wanted) : note);
    }

    /** Enters the counts of a period that is over. Runs every minute on every node. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    public void tellOfFloods() {
        Instant now = clock.instant();
        enter(auditRateLimiter.begin(now), now);
    }

    private void enter(List<Note> notes, Instant now) {
        notes.forEach(note -> writer.write(new Noted(now, note)));
    }

    @Override
    public void destroy() {
        enter(auditRateLimiter.end(), clock.instant());
    }
}
