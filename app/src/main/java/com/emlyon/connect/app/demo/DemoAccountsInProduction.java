package com.emlyon.connect.app.demo;

import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.app.credentials.CredentialTable;
import com.emlyon.connect.app.security.EmailKeys;
import com.emlyon.connect.app.security.Passwords;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Warns a service in production whose database contains accounts of the demo data that still have their public password. */
@Component
@Profile("production")
@ConditionalOnWebApplication
public class DemoAccountsInProduction {

    private static final Logger log = LoggerFactory.getLogger(DemoAccountsInProduction.class);

    private final CredentialTable credentials;
    private final EmailKeys emailKeys;
    private final Passwords passwords;
    private final DatabaseAvailability availability;

    DemoAccountsInProduction(
            CredentialTable credentials, EmailKeys emailKeys, Passwords passwords, DatabaseAvailability availability) {
        this.availability = availability;
        this.credentials = credentials;
        this.emailKeys = emailKeys;
        this.passwords = passwords;
    }

    /**
     * Checks the accounts of the demo data once, when the service is ready; an exception thrown here would end the
     * service.
     */
    @EventListener(ApplicationReadyEvent.class)
    public void warn() {
        try {
            warn(Arrays.stream(DemoStudent.values()).filter(this::isOpen).count());
        } catch (DataAccessException | Problem unanswered) {
            if (!availability.report(unanswered)) {
                log.warn("The accounts of the demo data could not be checked; they are at the next start", unanswered);
            }
        }
    }

    private static void warn(long open) {
        if (open > 0) {
            log.warn(
                    "{} accounts of the demo data are in this database with their public password: delete them, or change the password",
                    open);
        }
    }

    private boolean isOpen(DemoStudent student) {
        return EmailAddress.parse(student.email())
                .map(emailKeys::of)
                .flatMap(key -> credentials.loginOf(Set.of(key)))
                .filter(login -> passwords.matches(DemoData.PASSWORD, login.passwordHash(), List.of("demo")))
                .isPresent();
    }
}
