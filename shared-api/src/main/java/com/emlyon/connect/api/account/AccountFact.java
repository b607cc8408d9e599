package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.Fact;

/** What happens to an account. */
public sealed interface AccountFact extends Fact
        permits AccountRegistered, AccountRenamed, AvatarChanged, PasswordChanged, AccountDeleted {

    /** The account to which it happened. */
    AccountId account();
}
