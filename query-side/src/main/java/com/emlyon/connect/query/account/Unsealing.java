package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.Personal;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.account.Vault;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens what rows keep sealed, at the moment in which it is shown. In the place of what a student has said who has deleted
 * their account stands just that.
 */
public record Unsealing(Vault vault) {

    /** What somebody has said. */
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
        return new AccountView(
                new AccountId(id),
                opened(email).orElse(""),
                text(name),
                opened(promotion).orElse(""),
                avatar(avatarUrl),
                createdAt,
                updatedAt);
    }

    StudentView student(String id, String name, String avatarUrl, String promotion) {
        return new StudentView(
                new AccountId(id),
                text(name),
                avatar(avatarUrl),
                opened(promotion).orElse(""));
    }

    private String avatar(String kept) {
        return opened(kept).orElse(StudentView.NOBODYS_AVATAR);
    }

    private Optional<String> opened(String kept) {
        return vault.text(Personal.kept(kept));
    }
}
