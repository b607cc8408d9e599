package com.emlyon.connect.app.throttle;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of password attempts, registrations and writes. A whole campus may share one address, so the limits of an
 * address alone are high.
 *
 * @param accountFromAddress wrong passwords for one account from one address
 * @param account wrong passwords for one account from all addresses from which its holder has never logged in
 * @param address wrong passwords for all accounts from one address
 * @param widerNetworks how many times as many attempts a /56 of IPv6 has as one of its /64, and a /48 as one of its /56
 * @param registrations registrations from one address
 * @param passwordChanges changes of the password of one account
 * @param writes changes by one account, on each node
 * @param tickets tickets for one account, on each node
 * @param exports exports of all data about one account, on each node
 */
@ConfigurationProperties("connect.throttle")
record ThrottleSettings(
        Limit accountFromAddress,
        Limit account,
        Limit address,
        @DefaultValue("2") int widerNetworks,
        Limit registrations,
        Limit passwordChanges,
        Limit writes,
        Limit tickets,
        Limit exports) {

    ThrottleSettings {
        if (widerNetworks < 1) {
            throw new IllegalArgumentException("connect.throttle.wider-networks: at least 1");
        }
    }

    /** The limits of the networks of a request, the widest first; the narrowest has the given limit. */
    List<Limit> rising(Limit narrowest, ClientNetworks networks) {
        int wider = networks.widestFirst().size() - 1;
        return IntStream.rangeClosed(0, wider)
                .mapToObj(i -> narrowest.times((long) Math.pow(widerNetworks, wider - i)))
                .toList();
    }
}
