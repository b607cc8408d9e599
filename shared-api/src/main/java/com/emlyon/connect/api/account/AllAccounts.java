package com.emlyon.connect.api.account;

import com.emlyon.connect.api.Query;
import java.util.List;

/** Asks for all accounts, by name. */
public record AllAccounts() implements Query<List<AccountView>> {}
