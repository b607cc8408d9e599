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
 * Limits how often passwords may be guessed and accounts registered, on all nodes together. Only wrong passwords count.
 * An attacker who guesses from many addresses makes others wait only at addresses from which the holder of the account
 * has never logged in.
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
     * Checks a password. It counts as wrong until it has turned out to be right, so that parallel requests allow no
     * more attempts.
     *
     * @param account the key of the account whose password it may be, whether that account exists or not
     * @param networks the networks of the client
     * @param check answers with something if it is right; its failure counts for nothing
     * @return the result of the check
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
     * Checks the password of a student who is logged in. Attempts of strangers do not count here: the token shows that
     * the client is not a stranger.
     *
     * @param session the session of the request; other sessions of the account do not use up its attempts
     * @param check answers with something if it is right; its failure counts for nothing
     * @return the result of the check
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
     * Counts a change of the password after the present one was proven; it is limited because each change is stored for
     * ever.
     *
     * @throws Throttled when there were too many
     */
    public void passwordChange(AccountId account) {
        buckets.take(List.of(new Allowance("password-changes:" + account.value(), settings.passwordChanges())));
    }

    /**
     * For an address from which the holder has never logged in, the limits of its networks come first, because they
     * limit how many buckets a stranger can create. For a known address only the narrowest network counts, so that
     * clients in the same wider networks cannot lock the holder out.
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

    /** One allowance for each network, the widest first. */
    private List<Allowance> each(String key, ClientNetworks networks, Limit narrowest) {
        List<Limit> limits = settings.rising(narrowest, networks);
        return IntStream.range(0, limits.size())
                .mapToObj(i -> new Allowance(key + networks.widestFirst().get(i), limits.get(i)))
                .toList();
    }

    /** Records that the holder of an account has logged in from an address, which counts as known from then on. */
    public void know(EmailKey account, String address) {
        known.note(account, address, clock.instant());
    }

    /**
     * Counts a registration of an account.
     *
     * @param networks the networks of the client
     * @throws Throttled when there were too many
     */
    public void registration(ClientNetworks networks) {
        buckets.take(each("registrations-from:", networks, settings.registrations()));
    }
}
