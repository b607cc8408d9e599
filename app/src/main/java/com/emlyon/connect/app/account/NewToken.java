package com.emlyon.connect.app.account;

/** The token that the client uses from now on. */
record NewToken(String token) {}
