package com.emlyon.connect.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountRegistered;
import com.emlyon.connect.api.account.AccountRenamed;
import com.emlyon.connect.api.account.AccountUnknown;
import com.emlyon.connect.api.account.AvatarChanged;
import com.emlyon.connect.api.account.ChangeAvatar;
import com.emlyon.connect.api.account.ChangePassword;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.PasswordChanged;
import com.emlyon.connect.api.account.PasswordWrong;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.api.account.RenameAccount;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A student's account: it is registered, renamed, given another avatar or password, and deleted for good. */
@Aggregate(snapshotTriggerDefinition = "snapshotsOfLongStreams", cache = "accountsInMemory")
@StoredAs(value = "Account", revision = "2")
class Account {

    private static final String DRAWN_AVATAR = "https://api.dicebear.com/7.x/avataaars/svg?seed=";

    @AggregateIdentifier
    private AccountId id;

    private EmailKey emailKey;

    private Personal<String> name;

    /** The address of the picture that was uploaded last; null before the first upload. */
    private @Nullable String picture;

    private boolean deleted;

    @SuppressWarnings("NullAway.Init") // Axon fills it from its facts
    Account() {}

    @SuppressWarnings("NullAway.Init") // the fact that it applies fills it
    Account(RegisterAccount command) {
        apply(new AccountRegistered(
                command.account(),
                command.emailKey(),
                Personal.of(command.account(), command.email().value()),
                Personal.of(command.account(), command.name()),
                Personal.of(command.account(), command.promotion()),
                Personal.of(command.account(), command.avatarUrl().orElseGet(() -> DRAWN_AVATAR + command.account())),
                command.at()));
    }

    @CommandHandler
    void rename(RenameAccount command, PersonalDataReader personalData) {
        refuseWhenDeleted();
        if (!personalData.text(name).equals(Optional.of(command.name()))) {
            apply(new AccountRenamed(id, Personal.of(id, command.name()), command.at()));
        }
    }

    @CommandHandler
    void changeAvatar(ChangeAvatar command) {
        refuseWhenDeleted();
        if (!command.avatarUrl().equals(picture)) {
            apply(new AvatarChanged(id, command.avatarUrl(), command.at()));
        }
    }

    void changePassword(ChangePassword command, boolean proven) {
        refuseWhenDeleted();
        if (!proven) {
            throw new Refused(new PasswordWrong());
        }
        apply(new PasswordChanged(id, command.at()));
    }

    /** The key of the email address that becomes available when the account is deleted. */
    EmailKey emailKeyToRelease() {
        refuseWhenDeleted();
        return emailKey;
    }

    void delete(DeleteAccount command) {
        refuseWhenDeleted();
        apply(new AccountDeleted(id, command.at()));
    }

    private void refuseWhenDeleted() {
        if (deleted) {
            throw new Refused(new AccountUnknown(id));
        }
    }

    @EventSourcingHandler
    void on(AccountRegistered fact) {
        id = fact.account();
        emailKey = fact.emailKey();
        name = fact.name();
    }

    @EventSourcingHandler
    void on(AccountRenamed fact) {
        name = fact.name();
    }

    @EventSourcingHandler
    void on(AvatarChanged fact) {
        picture = fact.avatarUrl();
    }

    @EventSourcingHandler
    void on(AccountDeleted fact) {
        deleted = true;
    }
}
