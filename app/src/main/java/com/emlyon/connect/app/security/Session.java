package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;

/** Who is calling, and what they are allowed to do at this moment. */
public record Session(AccountId account, Role role) {}
