package com.emlyon.connect.app.commands;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;

/** Puts commands into messages that say who asked. */
public final class CommandMessages {

    private CommandMessages() {}

    /** The command, as asked by an account. */
    public static CommandMessage<?> from(AccountId actor, Command command) {
        return GenericCommandMessage.asCommandMessage(command).withMetaData(Map.of(Origin.ACTOR, actor.value()));
    }
}
