package com.emlyon.connect.api.account;

import com.emlyon.platform.eventstore.refusal.Refusal;

/** Why a command to an account was refused. */
public sealed interface AccountRefusal extends Refusal permits EmailTaken, AccountUnknown, PasswordWrong {}
