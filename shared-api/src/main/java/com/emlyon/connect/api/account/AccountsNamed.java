package com.emlyon.connect.api.account;

import com.emlyon.connect.api.Query;
import java.util.List;
import java.util.Set;

/** Asks for those of the given accounts that exist, in no order. */
public record AccountsNamed(Set<AccountId> accounts) implements Query<List<AccountView>> {}
