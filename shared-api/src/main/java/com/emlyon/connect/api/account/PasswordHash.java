package com.emlyon.connect.api.account;

/** A bcrypt hash on its way into the credentials; it is in no fact, log line or answer. */
public record PasswordHash(String value) {

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
