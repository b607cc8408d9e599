package com.emlyon.connect.api.account;

import com.emlyon.platform.eventstore.fact.Fact;

/** The facts of an account. */
public sealed interface AccountFact extends Fact
        permits AccountRegistered, AccountRenamed, AvatarChanged, PasswordChanged, AccountDeleted {

    /** The account that the fact is about. */
    AccountId account();
}
