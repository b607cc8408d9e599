package com.emlyon.connect.command.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.ChangePassword;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.EmailTaken;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.platform.eventstore.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Handles the commands that concern more than the account itself: registration, change of password, deletion. The facts
 * of the account and of the email address, the credentials and the keys are committed together.
 */
@Component
class Registry {

    private final Repository<Account> accounts;
    private final Repository<EmailClaim> claims;
    private final Credentials credentials;
    private final PersonKeys keys;

    Registry(Repository<Account> accounts, Repository<EmailClaim> claims, Credentials credentials, PersonKeys keys) {
        this.accounts = accounts;
        this.claims = claims;
        this.credentials = credentials;
        this.keys = keys;
    }

    /**
     * Former keys need no claim: new accounts get only the present key of an address, so no concurrent registration
     * claims a former one.
     */
    @CommandHandler
    AccountId register(RegisterAccount command) throws Exception {
        if (credentials.isKeptFor(command.formerKeys())) {
            throw new Refused(new EmailTaken());
        }
        claims.loadOrCreate(command.emailKey().toString(), EmailClaim::new)
                .execute(claim -> claim.claim(command.emailKey(), command.account(), command.at()));
        accounts.newInstance(() -> new Account(command));
        credentials.keep(command.account(), command.emailKey(), command.passwordHash());
        return command.account();
    }

    /**
     * Checks the present password where simultaneous changes are serialized, by the lock of the account or by the
     * conflict of their facts, so the second change finds that its password is not the present one any more.
     */
    @CommandHandler
    void changePassword(ChangePassword command) {
        Aggregate<Account> account = accounts.load(command.account().toString());
        boolean proven = credentials.isKept(command.account(), command.present());
        account.execute(changing -> changing.changePassword(command, proven));
        credentials.replace(command.account(), command.next(), command.goesOn(), command.at());
    }

    @CommandHandler
    void delete(DeleteAccount command) {
        Aggregate<Account> leaving = accounts.load(command.account().toString());
        EmailKey emailKey = leaving.invoke(Account::emailKeyToRelease);
        claims.load(emailKey.toString()).execute(claim -> claim.release(command.account(), command.at()));
        // This fact comes last, because callers that wait for the deletion wait for the last fact.
        leaving.execute(account -> account.delete(command));
        credentials.forget(command.account());
        keys.destroy(command.account());
    }
}
