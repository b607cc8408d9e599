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
 * Writes into the log how far the trail has come: the log goes elsewhere, where it cannot be changed together with the chain. Of
 * what was entered, only the last minute can be cut off without contradicting it.
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

    /** Does it now, if anything was entered since the last time. */
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
