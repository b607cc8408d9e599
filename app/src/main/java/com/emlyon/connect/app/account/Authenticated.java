package com.emlyon.connect.app.account;

/** A student, and a token that authenticates them. */
record Authenticated<U>(U user, String token) {}
