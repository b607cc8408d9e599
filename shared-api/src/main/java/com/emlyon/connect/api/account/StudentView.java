package com.emlyon.connect.api.account;

/** How a student appears beside what they do; the avatar is the stored one, relative when it was uploaded. */
public record StudentView(AccountId id, String name, String avatarUrl, String promotion) {

    /** What stands in the place of words that nobody can read any more, as their author has deleted the account. */
    public static final String DELETED = "Compte supprimé";

    /** Drawn, as for everybody without a picture, but not a face. */
    public static final String NOBODYS_AVATAR = "https://api.dicebear.com/7.x/shapes/svg?seed=deleted";
}
