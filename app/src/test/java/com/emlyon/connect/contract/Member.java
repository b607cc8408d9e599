package com.emlyon.connect.contract;

/** A registered account, as the registration answered it. */
public record Member(String id, String email, String name, String avatarUrl, String createdAt, String token) {

    /** The person inside an event, as the contract prints it. */
    String asPerson() {
        return "{\"id\":\"%s\",\"name\":%s,\"avatarUrl\":%s}".formatted(id, Json.quoted(name), Json.quoted(avatarUrl));
    }

    /** The person inside a check-in list, which alone names the promotion. */
    String asPersonWithPromotion() {
        return "{\"id\":\"%s\",\"name\":%s,\"avatarUrl\":%s,\"promotion\":\"Dev\"}"
                .formatted(id, Json.quoted(name), Json.quoted(avatarUrl));
    }
}
