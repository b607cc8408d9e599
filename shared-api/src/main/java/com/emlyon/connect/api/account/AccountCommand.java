package com.emlyon.connect.api.account;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.refusal.Refusal;

/** What can be asked of an account. */
public sealed interface AccountCommand extends Command
        permits RegisterAccount, RenameAccount, ChangeAvatar, ChangePassword, DeleteAccount {

    /** The account in question. */
    AccountId account();

    @Override
    default Refusal refusalWhenUnknown() {
        return new AccountUnknown(account());
    }
}
