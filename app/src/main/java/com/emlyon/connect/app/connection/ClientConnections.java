package com.emlyon.connect.app.connection;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Gives access to the connection of the request that the current thread serves. */
@Component
public class ClientConnections {

    /**
     * Says whether the client has closed the connection of the current request; may be called only by the thread that
     * serves the request. Without a request, as on the command line, it is always false. A client that only closes its
     * sending half counts as gone, as it does for most proxies.
     */
    public BooleanSupplier endOfCurrent() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getAttribute(ConnectionEnds.ATTRIBUTE) instanceof BooleanSupplier end
                ? end
                : () -> false;
    }
}
