package com.emlyon.connect.api.account;

/** A student as shown beside a check-in or an event; the avatar is the stored one, relative when it was uploaded. */
public record StudentView(AccountId id, String name, String avatarUrl, String promotion) {

    /** Replaces texts that cannot be decrypted any more, because their author has deleted the account. */
    public static final String DELETED = "Compte supprimé";

    /** The avatar of deleted accounts: a drawn one, as accounts without a picture have, but not a face. */
    public static final String NOBODYS_AVATAR = "https://api.dicebear.com/7.x/shapes/svg?seed=deleted";
}
