package com.emlyon.connect.api.account;

/** A bcrypt hash that is to be stored with the credentials; no fact, log line or answer contains it. */
public record PasswordHash(String value) {

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
