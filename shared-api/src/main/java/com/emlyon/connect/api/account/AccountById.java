package com.emlyon.connect.api.account;

import com.emlyon.connect.api.Query;
import java.util.Optional;

/** Asks for one account; empty when it is unknown or deleted. */
public record AccountById(AccountId account) implements Query<Optional<AccountView>> {}
