package com.emlyon.connect.app.throttle;

import com.emlyon.connect.app.store.SharedKeys;
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
 * Hashes the addresses from which requests come (HMAC-SHA-256), as whose they are concerns nobody. Of IPv6 the network counts:
 * whoever has one has all of its 2⁶⁴ addresses.
 */
@Component
public class Addresses {

    private static final int BYTES_KEPT = 16;

    /** A /48, a /56 and a /64. */
    private static final int[] BYTES_OF_IPV6_NETWORKS = {6, 7, 8};

    private final SharedKeys keys;

    Addresses(SharedKeys keys) {
        this.keys = keys;
    }

    /** From where a request comes; which proxies may say so was decided before. */
    public String of(HttpServletRequest request) {
        return networksOf(request).narrowest();
    }

    /** The same with the wider networks around it. */
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
