package com.emlyon.connect.app.account;

/** A student together with the token that speaks for them. */
record Authenticated<U>(U user, String token) {}
