package com.emlyon.connect.app.audit;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Logs the number and the hash of the last entry of the audit trail every minute. Logs are stored elsewhere, so they
 * cannot be changed together with the hash chain. Only entries of the last minute can be cut off without contradicting
 * the log.
 */
@Component
@ConditionalOnWebApplication
public class AuditAnchor implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AuditAnchor.class);

    private final AuditTable table;
    private ChainEnd told = ChainEnd.OF_NOTHING;

    AuditAnchor(AuditTable table) {
        this.table = table;
    }

    /** Logs the end of the chain, if it has changed since the last time. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    public synchronized void tell() {
        try {
            ChainEnd end = table.end();
            if (!end.equals(told)) {
                log.info("The audit trail has come to {}", end);
                told = end;
            }
        } catch (DataAccessException unanswered) {
            log.debug("How far the audit trail has come will be told later", unanswered);
        }
    }

    @Override
    public void destroy() {
        tell();
    }
}
