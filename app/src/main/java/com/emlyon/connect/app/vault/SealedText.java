package com.emlyon.connect.app.vault;

import com.emlyon.connect.api.account.AccountId;

/** What was said about a person, as facts and rows keep it. */
sealed interface SealedText {

    /** Begins what is sealed: {@code sealed:<person>:<Base64>}. */
    String SEALED = "sealed:";

    /** Begins what facts from the time before there were keys say: {@code plain:<JSON>}. */
    String PLAIN = "plain:";

    /** Reads what lies in a fact or a row. */
    static SealedText parse(String text) {
        if (text.startsWith(SEALED)) {
            int colon = text.indexOf(':', SEALED.length());
            if (colon > 0) {
                AccountId person = new AccountId(text.substring(SEALED.length(), colon));
                return new Sealed(person, text.substring(colon + 1));
            }
        }
        return text.startsWith(PLAIN) ? new Plain(text.substring(PLAIN.length())) : new Bare(text);
    }

    /** What can only be opened with the key of the person. */
    record Sealed(AccountId person, String content) implements SealedText {

        @Override
        public String toString() {
            return SEALED + person.value() + ":" + content;
        }
    }

    /** JSON that was never sealed. */
    record Plain(String json) implements SealedText {}

    /** A text as tables had it before there were keys, or the address of a picture that we have named ourselves. */
    record Bare(String text) implements SealedText {}
}
