package com.emlyon.connect.app.web;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.commands.CommandDispatcher;
import com.emlyon.connect.app.commands.CommandDispatcher.Sent;
import com.emlyon.platform.eventstore.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Sends commands for controllers. The answer waits until the views show the change; when a view is late, the answer is
 * sent nevertheless, with the header {@code X-View: late}.
 */
@Component
public class Commands {

    private static final String LATENESS = "X-View";
    private static final String STORED = Commands.class.getName() + ".stored";

    private final CommandDispatcher commandDispatcher;

    Commands(CommandDispatcher commandDispatcher) {
        this.commandDispatcher = commandDispatcher;
    }

    /**
     * Sends a command, waits for the given processors, and returns the result of the command handler.
     *
     * @throws Refused when the command is refused
     */
    public <R extends @Nullable Object> R send(
            AccountId actor, Command command, HttpServletResponse response, String... processors) {
        Sent<R> sent = commandDispatcher.send(actor, command, processors);
        noteStored();
        if (!sent.visible()) {
            callLate(response);
        }
        return sent.result();
    }

    private static void noteStored() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(STORED, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Whether the current request has stored facts: a later failure must not be answered as if nothing were stored. */
    static boolean haveStored() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(STORED, RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** Sets the header that says that the next read may not show the change yet. */
    public static void callLate(HttpServletResponse response) {
        response.setHeader(LATENESS, "late");
    }
}
