package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import java.time.Instant;
import java.util.Optional;

/**
 * Decrypts encrypted values of rows when they are shown. For a student who has deleted the account, it returns
 * replacements such as {@link StudentView#DELETED}.
 */
public record Decryption(PersonalDataReader personalData) {

    /** The decrypted text, or {@link StudentView#DELETED} when its key is destroyed. */
    public String text(String kept) {
        return opened(kept).orElse(StudentView.DELETED);
    }

    AccountView account(
            String id,
            String email,
            String name,
            String promotion,
            String avatarUrl,
            Instant createdAt,
            Instant updatedAt) {
        Optional<String> known = opened(name);
        return new AccountView(
                new AccountId(id),
                opened(email).orElse(""),
                known.orElse(StudentView.DELETED),
                opened(promotion).orElse(""),
                avatar(known, avatarUrl),
                createdAt,
                updatedAt);
    }

    StudentView student(String id, String name, String avatarUrl, String promotion) {
        Optional<String> known = opened(name);
        return new StudentView(
                new AccountId(id),
                known.orElse(StudentView.DELETED),
                avatar(known, avatarUrl),
                opened(promotion).orElse(""));
    }

    /**
     * The address of an uploaded picture is not encrypted, so it cannot show whether the account is deleted; the name can.
     */
    private String avatar(Optional<String> name, String kept) {
        return name.flatMap(known -> opened(kept)).orElse(StudentView.NOBODYS_AVATAR);
    }

    private Optional<String> opened(String kept) {
        return personalData.text(Personal.encrypted(kept));
    }
}
