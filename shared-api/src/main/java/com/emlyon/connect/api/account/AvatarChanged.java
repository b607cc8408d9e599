package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.Personal;
import com.emlyon.connect.api.fact.StoredAs;
import java.time.Instant;

/** A student is shown with another picture. */
@StoredAs("AvatarChanged")
public record AvatarChanged(AccountId account, @Personal String avatarUrl, Instant at) implements AccountFact {}
