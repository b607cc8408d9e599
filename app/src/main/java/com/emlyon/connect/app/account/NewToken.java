package com.emlyon.connect.app.account;

/** The token to go on with. */
record NewToken(String token) {}
