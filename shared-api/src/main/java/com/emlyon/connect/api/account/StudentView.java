package com.emlyon.connect.api.account;

/** How a student appears beside what they do; the avatar is the stored one, relative when it was uploaded. */
public record StudentView(AccountId id, String name, String avatarUrl, String promotion) {}
