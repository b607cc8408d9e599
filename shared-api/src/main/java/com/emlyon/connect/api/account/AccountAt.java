package com.emlyon.connect.api.account;

import com.emlyon.connect.api.Moment;
import com.emlyon.connect.api.Query;
import java.util.Optional;

/** Asks for one account as it was at a moment; empty when it did not exist then. */
public record AccountAt(AccountId account, Moment moment) implements Query<Optional<AccountView>> {}
