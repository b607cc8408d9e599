package com.emlyon.connect.app.throttle;

import com.emlyon.connect.app.store.SharedKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Hashes the addresses from which requests come (HMAC-SHA-256), as whose they are concerns nobody. Of IPv6 the network counts:
 * whoever has one has all of its 2⁶⁴ addresses.
 */
@Component
public class Addresses {

    private static final int BYTES_KEPT = 16;
    private static final int BYTES_OF_AN_IPV6_NETWORK = 8;

    private final SharedKeys keys;

    Addresses(SharedKeys keys) {
        this.keys = keys;
    }

    /** From where a request comes; which proxies may say so was decided before. */
    public String of(HttpServletRequest request) {
        return HexFormat.of().formatHex(keys.authenticate("address", place(request.getRemoteAddr())), 0, BYTES_KEPT);
    }

    private static byte[] place(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? Arrays.copyOf(parsed.getAddress(), BYTES_OF_AN_IPV6_NETWORK)
                    : parsed.getAddress();
        } catch (IllegalArgumentException name) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
