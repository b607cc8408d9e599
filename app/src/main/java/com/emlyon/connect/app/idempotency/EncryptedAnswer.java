package com.emlyon.connect.app.idempotency;

/**
 * An answer as it is stored.
 *
 * @param encrypted the body, encrypted with the key of the account
 */
record EncryptedAnswer(int status, String encrypted) {}
