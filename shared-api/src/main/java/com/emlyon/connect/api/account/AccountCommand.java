package com.emlyon.connect.api.account;

import com.emlyon.connect.api.Command;
import com.emlyon.platform.eventstore.refusal.Refusal;

/** The commands to an account. */
public sealed interface AccountCommand extends Command
        permits RegisterAccount, RenameAccount, ChangeAvatar, ChangePassword, DeleteAccount {

    /** The account that the command addresses. */
    AccountId account();

    @Override
    default Refusal refusalWhenUnknown() {
        return new AccountUnknown(account());
    }
}
