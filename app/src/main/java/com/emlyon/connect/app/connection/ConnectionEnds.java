package com.emlyon.connect.app.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Gives each request what {@link PromptHttp} says of its connection: the servlet API has no way to ask whether a client has gone. */
final class ConnectionEnds extends ValveBase {

    /** The name under which a request has it; the value is a {@link java.util.function.BooleanSupplier}. */
    static final String ATTRIBUTE = ConnectionEnds.class.getName() + ".end";

    ConnectionEnds() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, request.getCoyoteRequest().getNote(PromptHttp.END_OF_CONNECTION));
        getNext().invoke(request, response);
    }
}
