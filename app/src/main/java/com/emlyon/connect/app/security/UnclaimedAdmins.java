package com.emlyon.connect.app.security;

import com.emlyon.connect.app.store.CredentialTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns at the start of addresses that make administrators and have no account yet: anybody can register with them. */
@Component
@ConditionalOnWebApplication
public class UnclaimedAdmins {

    private static final Logger log = LoggerFactory.getLogger(UnclaimedAdmins.class);

    private final Admins admins;
    private final CredentialTable credentials;

    UnclaimedAdmins(Admins admins, CredentialTable credentials) {
        this.admins = admins;
        this.credentials = credentials;
    }

    /** Does it now. */
    @EventListener(ApplicationReadyEvent.class)
    public void warn() {
        long unclaimed = admins.addresses().stream()
                .filter(address -> credentials.loginOf(address).isEmpty())
                .count();
        if (unclaimed > 0) {
            log.warn(
                    "{} of the {} addresses of ADMIN_EMAILS have no account: whoever registers one of them is administrator",
                    unclaimed,
                    admins.addresses().size());
        }
    }
}
