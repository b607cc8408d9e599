package com.emlyon.connect.app.throttle;

import com.emlyon.connect.app.store.SharedKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Hashes the addresses from which requests come (HMAC-SHA-256), as whose they are concerns nobody. Of IPv6 the network counts:
 * whoever has one has all of its 2⁶⁴ addresses.
 */
@Component
public class Addresses {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES_OF_AN_IPV6_NETWORK = 8;

    private final SharedKeys keys;

    Addresses(SharedKeys keys) {
        this.keys = keys;
    }

    /** From where a request comes; which proxies may say so was decided before. */
    public String of(HttpServletRequest request) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.named("address"), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(place(request.getRemoteAddr())), 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
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
