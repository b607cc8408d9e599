package com.emlyon.connect.app.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Gives each request a function of {@link PromptHttp} that says whether its client has closed the connection, because
 * the servlet API has none.
 */
final class ConnectionEnds extends ValveBase {

    /** The name of the request attribute; the value is a {@link java.util.function.BooleanSupplier}. */
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
