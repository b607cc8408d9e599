package com.emlyon.connect.app.idempotency;

/**
 * An answer as it is stored.
 *
 * @param sealed the body, sealed with the key of the account
 */
record KeptAnswer(int status, String sealed) {}
