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
 * Takes notes of what matters to security. Whoever notes something neither waits for the database nor fails because of it: notes
 * are entered beside the request, a moment later. What is entered with the facts that it tells is for {@link AuditedCommands}.
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

    /** Notes that something happened; who did it, and from where, is seen from the present request unless the note says so. */
    public void note(Note note) {
        try {
            Instant now = clock.instant();
            enter(auditRateLimiter.admit(note.completed(request.account(), request.address()), now), now);
        } catch (RuntimeException failure) {
            log.error("A note for the audit trail is lost: {}", note.kind(), failure);
        }
    }

    /** Notes that somebody has looked at something. What was not found is not named: nobody knows what was typed. */
    public void noteLook(Kind kind, String wanted, Optional<?> found) {
        Note note = Note.of(kind).with("found", found.isPresent());
        note(found.isPresent() ? note.about(wanted) : note);
    }

    /** Tells of a flood when it is over, every minute, on every node. */
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
