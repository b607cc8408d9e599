package com.emlyon.connect.app.settings;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** {@code TRUSTED_PROXIES}: the addresses and networks of proxies whose forwarded headers the service trusts. */
final class TrustedProxies {

    private TrustedProxies() {}

    /** Parses each as a network, such as {@code 10.0.0.0/8}. */
    static List<String> parse(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .map(TrustedProxies::network)
                .toList();
    }

    private static String network(String text) {
        String[] parts = text.split("/", 2);
        try {
            InetAddress address = InetAddress.ofLiteral(parts[0]);
            int bits = address.getAddress().length * Byte.SIZE;
            int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
            if (prefix >= 0 && prefix <= bits) {
                return address.getHostAddress() + "/" + prefix;
            }
        } catch (IllegalArgumentException neitherAddressNorNumber) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static StartRefused refused(String text) {
        return new StartRefused(
                "TRUSTED_PROXIES must list addresses or networks such as 10.0.0.0/8, separated by commas, but contains"
                        + " \"%s\".".formatted(text));
    }
}
