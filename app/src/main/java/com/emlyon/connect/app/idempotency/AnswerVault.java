package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.platform.eventstore.personal.KeyVault;
import com.emlyon.platform.eventstore.personal.Personal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serialises answers as they are sent, and seals them with the key of the account: they are unreadable once it is
 * destroyed.
 */
@Component
class AnswerVault {

    private final KeyVault vault;
    private final JsonMapper json;

    AnswerVault(KeyVault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    KeptAnswer seal(AccountId account, int status, Object body) {
        return new KeptAnswer(status, vault.seal(Personal.of(account, json.writeValueAsString(body))));
    }

    /** Decrypts the body. */
    String open(KeptAnswer answer) {
        return vault.reveal(answer.sealed())
                .map(text -> text.stringValue())
                .orElseThrow(() -> new Problem(HttpStatus.SERVICE_UNAVAILABLE, "busy"));
    }
}
