package com.emlyon.connect.app.connection;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Knows the connection of the request that the present thread serves. */
@Component
public class ClientConnections {

    /**
     * Says whether the client has closed the connection of the present request; only the thread that serves the request may ask. Without a
     * request, as on the command line, nothing ever ends. A client that only closes its sending half counts as gone, as for most proxies.
     */
    public BooleanSupplier endOfCurrent() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getAttribute(ConnectionEnds.ATTRIBUTE) instanceof BooleanSupplier end
                ? end
                : () -> false;
    }
}
