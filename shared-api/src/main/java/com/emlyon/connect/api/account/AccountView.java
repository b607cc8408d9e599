package com.emlyon.connect.api.account;

import java.time.Instant;

/** An account as the read model shows it; the avatar is the stored one, relative when it was uploaded. */
public record AccountView(
        AccountId id,
        String email,
        String name,
        String promotion,
        String avatarUrl,
        Instant createdAt,
        Instant updatedAt) {

    /** The account as shown beside its check-in or events. */
    public StudentView student() {
        return new StudentView(id, name, avatarUrl, promotion);
    }
}
