package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountUnknown;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.credentials.CredentialTable;
import com.emlyon.connect.app.security.Passwords;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.throttle.LoginRateLimiter;
import com.emlyon.connect.app.throttle.Throttled;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Checks the password of a caller who is logged in, before an action that a person with a found or stolen phone must
 * not do.
 */
@Component
class PasswordProof {

    private final CredentialTable credentials;
    private final Passwords passwords;
    private final LoginRateLimiter attempts;
    private final AuditTrail trail;

    PasswordProof(CredentialTable credentials, Passwords passwords, LoginRateLimiter attempts, AuditTrail trail) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.attempts = attempts;
        this.trail = trail;
    }

    /**
     * Returns the stored hash, after the password was found to match it.
     *
     * @throws Problem when the password is wrong
     * @throws Throttled when too many passwords were wrong
     */
    PasswordHash of(Session caller, String password) {
        AccountId account = caller.account();
        PasswordHash hash = credentials.hashOf(account).orElseThrow(() -> new Refused(new AccountUnknown(account)));
        return attempts.proof(
                        account,
                        caller.pass().name(),
                        () -> Optional.of(hash)
                                .filter(proof -> passwords.matches(password, proof, List.of(account.value()))))
                .orElseThrow(() -> {
                    trail.note(Note.of(Kind.PASSWORD_REFUSED).about(account));
                    return new Problem(HttpStatus.FORBIDDEN, "password.wrong");
                });
    }
}
