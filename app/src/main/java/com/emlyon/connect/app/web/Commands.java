package com.emlyon.connect.app.web;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.refusal.Refused;
import com.emlyon.connect.app.commands.CommandMessages;
import com.emlyon.connect.app.processing.ReadYourWrites;
import com.emlyon.connect.app.store.Receipts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends commands for controllers, and lets the answer wait until the views show what was done. When a view is late the
 * answer goes out all the same, with the header {@code X-View: late}.
 */
@Component
public class Commands {

    /** Present, with the value {@code late}, when the next read may not show the change yet. */
    static final String LATENESS = "X-View";

    private final CommandGateway gateway;
    private final Receipts receipts;
    private final ReadYourWrites readYourWrites;

    Commands(CommandGateway gateway, Receipts receipts, ReadYourWrites readYourWrites) {
        this.gateway = gateway;
        this.receipts = receipts;
        this.readYourWrites = readYourWrites;
    }

    /**
     * Sends, waits for the given processors, and returns what the handler of the command returned.
     *
     * @throws Refused when the answer is no
     */
    public <R extends @Nullable Object> R send(
            AccountId actor, Command command, HttpServletResponse response, String... processors) {
        CommandMessage<?> message = CommandMessages.from(actor, command);
        receipts.expect(message.getIdentifier());
        OptionalLong position = OptionalLong.empty();
        R result;
        try {
            result = gateway.sendAndWait(message);
        } catch (AggregateNotFoundException neverExisted) {
            throw new Refused(command.refusalWhenUnknown());
        } finally {
            position = receipts.take(message.getIdentifier());
        }
        if (position.isPresent() && !readYourWrites.await(position.getAsLong(), processors)) {
            response.setHeader(LATENESS, "late");
        }
        return result;
    }
}
