package com.emlyon.connect.app.security;

import com.emlyon.connect.app.credentials.CredentialTable;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Logs a warning when email addresses of administrators have no account, because anyone could register with them: at
 * the start, and every day, because administrators may delete their accounts.
 */
@Component
@ConditionalOnWebApplication
public class UnclaimedAdmins {

    private static final Logger log = LoggerFactory.getLogger(UnclaimedAdmins.class);

    private final Admins admins;
    private final CredentialTable credentials;
    private final DatabaseAvailability availability;

    UnclaimedAdmins(Admins admins, CredentialTable credentials, DatabaseAvailability availability) {
        this.availability = availability;
        this.admins = admins;
        this.credentials = credentials;
    }

    /** Checks now, and logs the number of such addresses. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.DAYS)
    public void warn() {
        try {
            warn(admins.addresses().stream()
                    .filter(address -> credentials.loginOf(address.all()).isEmpty())
                    .count());
        } catch (DataAccessException unanswered) {
            if (!availability.report(unanswered)) {
                log.warn("It could not be found out which administrators have no account", unanswered);
            }
        }
    }

    private void warn(long unclaimed) {
        if (unclaimed > 0) {
            log.warn(
                    "{} of the {} addresses of ADMIN_EMAILS have no account: whoever registers one of them is administrator",
                    unclaimed,
                    admins.addresses().size());
        }
    }
}
