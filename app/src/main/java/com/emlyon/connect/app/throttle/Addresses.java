package com.emlyon.connect.app.throttle;

import com.emlyon.platform.eventstore.personal.SharedKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Hashes the addresses of clients (HMAC-SHA-256), so that no one learns whose they are. Of an IPv6 address only the
 * network counts, because a client has all 2⁶⁴ addresses of its network.
 */
@Component
public class Addresses {

    private static final int BYTES_KEPT = 16;

    /** The lengths of a /48, a /56 and a /64. */
    private static final int[] BYTES_OF_IPV6_NETWORKS = {6, 7, 8};

    private final SharedKeys keys;

    Addresses(SharedKeys keys) {
        this.keys = keys;
    }

    /** The hash of the address of a request's client; which proxies may name that address was decided before. */
    public String of(HttpServletRequest request) {
        return networksOf(request).narrowest();
    }

    /** The hashes of that address and of the wider networks around it. */
    public ClientNetworks networksOf(HttpServletRequest request) {
        return new ClientNetworks(
                places(request.getRemoteAddr()).stream().map(this::hash).toList());
    }

    private String hash(byte[] place) {
        return HexFormat.of().formatHex(keys.authenticate("address", place), 0, BYTES_KEPT);
    }

    private static List<byte[]> places(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? IntStream.of(BYTES_OF_IPV6_NETWORKS)
                            .mapToObj(length -> Arrays.copyOf(parsed.getAddress(), length))
                            .toList()
                    : List.of(parsed.getAddress());
        } catch (IllegalArgumentException name) {
            return List.of(address.getBytes(StandardCharsets.UTF_8));
        }
    }
}
