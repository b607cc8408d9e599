package com.emlyon.connect.app.throttle;

import java.util.List;

/**
 * The networks of a request's client, as hashes: for IPv6 the /48, the /56 and the /64, because a customer of a
 * provider has a whole /56 or /48; for IPv4 only the address.
 *
 * @param widestFirst from the widest network to the narrowest; at least one
 */
public record ClientNetworks(List<String> widestFirst) {

    /** Rejects an empty list. */
    public ClientNetworks {
        if (widestFirst.isEmpty()) {
            throw new IllegalArgumentException("A request comes from at least one network");
        }
        widestFirst = List.copyOf(widestFirst);
    }

    /** The network that counts as the address of a client: the /64 of IPv6, the address of IPv4. */
    public String narrowest() {
        return widestFirst.getLast();
    }
}
