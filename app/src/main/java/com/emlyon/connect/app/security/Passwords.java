package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.app.connection.ClientConnections;
import com.emlyon.connect.app.text.OpaqueString;
import com.emlyon.connect.app.web.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords with bcrypt. A hash of cost 12 occupies a core for a quarter of a second, so at most
 * half of the cores hash at the same time, on threads of their own, and the rest of the service stays responsive. The
 * queue has room for a hundred students who register at the same moment; on two cores the last of them would wait for
 * half a minute. Parties, which are the networks or accounts from which passwords come, are served in rotation, so that
 * a large party does not delay the others. A request leaves the queue after a bounded time, or when its client has
 * closed the connection; it then gets 503.
 */
@Component
@EnableConfigurationProperties(PasswordSettings.class)
public class Passwords implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Passwords.class);

    /** Stands for the digest of a password: no password has it, and a comparison takes as long as any other. */
    private static final String NO_DIGEST = ".".repeat(31);

    private final BCryptPasswordEncoder bcrypt;
    private final PasswordHash nobody;
    private final ClientConnections connections;
    private final FairSemaphore turns;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("bcrypt-", 1).daemon().factory());

    Passwords(MeterRegistry meters, ClientConnections connections, PasswordSettings settings) {
        this.connections = connections;
        bcrypt = new BCryptPasswordEncoder(BCryptVersion.$2A, settings.cost());
        nobody = new PasswordHash(BCrypt.gensalt(settings.cost()) + NO_DIGEST);
        turns = new FairSemaphore(
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                settings.mostWaiting(),
                settings.longestWait());
        meters.gauge("connect.passwords.waiting", turns, FairSemaphore::waiting);
    }

    /**
     * Waits for the turn of the party, and hashes a new password, in its normal form of at most 72 bytes.
     *
     * @param party the networks of the request, the widest first
     * @throws Problem with 503 when the request has left the queue
     */
    public PasswordHash hash(String password, List<String> party) {
        return hash(password, party, () -> {});
    }

    /** The same, but runs a check before it hashes; a failure of the check is thrown. */
    public PasswordHash hash(String password, List<String> party, Runnable check) {
        return inTurn(party, check, () -> new PasswordHash(String.valueOf(bcrypt.encode(OpaqueString.of(password)))));
    }

    /**
     * Waits for the turn of the party, and compares a password with a hash: in its normal form, and as typed, since
     * older hashes were made of that. The second hash is computed only when the two forms differ.
     *
     * @param party the networks of the request, the widest first
     * @throws Problem with 503 when the request has left the queue
     */
    public boolean matches(String password, PasswordHash hash, List<String> party) {
        byte[] normal = PasswordBytes.of(OpaqueString.of(password));
        byte[] typed = PasswordBytes.of(password);
        return inTurn(
                party,
                () -> {},
                () -> isHashedAs(hash, normal) || (!Arrays.equals(normal, typed) && isHashedAs(hash, typed)));
    }

    private static boolean isHashedAs(PasswordHash hash, byte[] password) {
        try {
            return BCrypt.checkpw(password, hash.value());
        } catch (IllegalArgumentException noHash) {
            log.warn("A credential is no bcrypt hash", noHash);
            return false;
        }
    }

    /**
     * Takes as long as a comparison with a wrong password, so that the response time does not reveal whether an address
     * has an account.
     */
    public void compareWithNobody(String password, List<String> party) {
        boolean unused = matches(password, nobody, party);
    }

    private <T> T inTurn(List<String> party, Runnable check, Callable<T> work) {
        if (!turns.await(party, connections.endOfCurrent())) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "busy");
        }
        try {
            check.run();
            return threads.submit(work).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Hashing failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while hashing", interrupted);
        } finally {
            turns.end();
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
