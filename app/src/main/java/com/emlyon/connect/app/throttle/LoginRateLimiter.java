package com.emlyon.connect.app.throttle;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.app.throttle.Buckets.Allowance;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Bounds how often passwords may be guessed and accounts registered, on all nodes together. Only wrong passwords count. Whoever
 * guesses from everywhere makes others wait only at addresses from which the holder has never logged in.
 */
@Component
public class LoginRateLimiter {

    private final Buckets buckets;
    private final KnownAddresses known;
    private final ThrottleSettings settings;
    private final Clock clock;

    LoginRateLimiter(Buckets buckets, KnownAddresses known, ThrottleSettings settings, Clock clock) {
        this.buckets = buckets;
        this.known = known;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Tries a password; it counts as wrong until it has turned out to be right, so that nobody tries more often by trying at once.
     *
     * @param account whose password it may be, whether there is such an account or not
     * @param networks from where it comes
     * @param check answers with something if it is right; its failure counts for nothing
     * @return what the check has answered
     * @throws Throttled when too many were wrong; nothing is checked then
     */
    public <T> Optional<T> password(EmailKey account, ClientNetworks networks, Supplier<Optional<T>> check) {
        Optional<T> proof = unlessWrong(allowances(account, networks), check);
        if (proof.isPresent()) {
            know(account, networks.narrowest());
        }
        return proof;
    }

    /**
     * Tries the password of somebody who is logged in. What strangers try keeps nobody from that: their token is the sign that they
     * are none.
     *
     * @param session in which it is tried; whoever else is logged in with the account does not use it up
     * @param check answers with something if it is right; its failure counts for nothing
     * @return what the check has answered
     * @throws Throttled when too many were wrong; nothing is checked then
     */
    public <T> Optional<T> proof(AccountId account, String session, Supplier<Optional<T>> check) {
        return unlessWrong(
                List.of(new Allowance(
                        "proof:%s:%s".formatted(account.value(), session), settings.accountFromAddress())),
                check);
    }

    private <T> Optional<T> unlessWrong(List<Allowance> allowances, Supplier<Optional<T>> check) {
        buckets.take(allowances);
        boolean wrong = false;
        try {
            Optional<T> proof = check.get();
            wrong = proof.isEmpty();
            return proof;
        } finally {
            if (!wrong) {
                buckets.giveBack(allowances);
            }
        }
    }

    /**
     * Counts a change of the password by somebody who has proven the present one: each is kept for ever.
     *
     * @throws Throttled when there were too many
     */
    public void passwordChange(AccountId account) {
        buckets.take(List.of(new Allowance("password-changes:" + account.value(), settings.passwordChanges())));
    }

    /**
     * Of strangers first what bounds how many buckets they can make. At home the holder is bound by the narrowest network alone, so that
     * neighbours in the wider ones lock nobody out.
     */
    private List<Allowance> allowances(EmailKey account, ClientNetworks networks) {
        List<Allowance> ofBoth =
                each("password:%s:".formatted(account.value()), networks, settings.accountFromAddress());
        return known.knows(account, networks.narrowest())
                ? List.of(ofBoth.getLast())
                : Stream.of(
                                each("passwords-from:", networks, settings.address()),
                                ofBoth,
                                List.of(new Allowance("passwords-for:" + account.value(), settings.account())))
                        .flatMap(List::stream)
                        .toList();
    }

    /** One for each network, the widest first. */
    private List<Allowance> each(String key, ClientNetworks networks, Limit narrowest) {
        List<Limit> limits = settings.rising(narrowest, networks);
        return IntStream.range(0, limits.size())
                .mapToObj(i -> new Allowance(key + networks.widestFirst().get(i), limits.get(i)))
                .toList();
    }

    /** Takes note that the holder of an account is at an address, and no stranger there any more. */
    public void know(EmailKey account, String address) {
        known.note(account, address, clock.instant());
    }

    /**
     * Counts a registration.
     *
     * @param networks from where
     * @throws Throttled when there were too many
     */
    public void registration(ClientNetworks networks) {
        buckets.take(each("registrations-from:", networks, settings.registrations()));
    }
}
