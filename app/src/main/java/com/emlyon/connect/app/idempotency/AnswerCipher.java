package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serialises answers as they are sent, and encrypts them with the key of the account: they are unreadable once it is
 * destroyed.
 */
@Component
class AnswerCipher {

    private final PersonalDataCipher cipher;
    private final JsonMapper json;

    AnswerCipher(PersonalDataCipher cipher, JsonMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    EncryptedAnswer encrypt(AccountId account, int status, Object body) {
        return new EncryptedAnswer(status, cipher.encrypt(Personal.of(account, json.writeValueAsString(body))));
    }

    /** Decrypts the body. */
    String open(EncryptedAnswer answer) {
        return cipher.reveal(answer.encrypted())
                .map(text -> text.stringValue())
                .orElseThrow(() -> new Problem(HttpStatus.SERVICE_UNAVAILABLE, "busy"));
    }
}
