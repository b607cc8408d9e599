package com.emlyon.connect.promise;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.ChangePassword;
import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.commands.CommandDispatcher;
import com.emlyon.connect.app.security.EmailKeys;
import com.emlyon.connect.app.security.Passwords;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** The campus as one node knows it: what tests do behind its wire. */
public final class Campus {

    /** How a command ends that was not refused. */
    public static final String DONE = "done";

    private final TestNode node;
    private final PasswordHash passwordOfAll;

    /** As that node knows it. */
    public Campus(TestNode node) {
        this.node = node;
        this.passwordOfAll = node.bean(Passwords.class).hash(ContractClient.PASSWORD, List.of("campus"));
    }

    /** Registers somebody without the cost of a password hash; the views show them already. */
    public Member newStudent(String name) {
        RegisterAccount command = registration(new EmailAddress(ContractClient.unique() + "@emlyon.com"), name);
        node.bean(CommandDispatcher.class).send(command.account(), command, Projections.ACCOUNTS);
        return new Member(
                command.account().value(),
                command.email().value(),
                name,
                command.avatarUrl().orElseThrow(),
                command.at().toString(),
                node.bean(Sessions.class)
                        .begin(command.account(), passwordOfAll, "")
                        .orElseThrow());
    }

    /** The command with which somebody new registers that address. */
    public RegisterAccount registration(EmailAddress email, String name) {
        AccountId account = AccountId.random();
        return new RegisterAccount(
                account,
                email,
                node.bean(EmailKeys.class).of(email),
                Set.of(),
                passwordOfAll,
                name,
                "Dev",
                Optional.of("https://avatars.example/" + account + ".png"),
                now());
    }

    /** The command with which somebody changes the password, into the same one. */
    public ChangePassword changeOfPassword(AccountId account) {
        return new ChangePassword(account, passwordOfAll, passwordOfAll, Optional.empty(), now());
    }

    /** Sends a command and says how it ended: {@link #DONE} or the name of the refusal; everything else is thrown. */
    public String send(Command command) {
        try {
            node.bean(CommandGateway.class).sendAndWait(command);
            return DONE;
        } catch (Refused refused) {
            return refused.refusal().getClass().getSimpleName();
        } catch (AggregateNotFoundException neverExisted) {
            return command.refusalWhenUnknown().getClass().getSimpleName();
        }
    }

    /** The time of the node's clock. */
    public Instant now() {
        return node.bean(Clock.class).instant();
    }

    /** Waits until the processors have read all of history, on whatever node they run. */
    public void awaitEndOfHistory(String... processors) {
        new Processors(node, processors).awaitEndOfHistory();
    }
}
