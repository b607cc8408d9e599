package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.app.web.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords with bcrypt, cost 12. A hash keeps a core busy for a quarter of a second, so at most
 * half of the cores do it at a time, on threads of their own, and the rest of the service stays quick. As many may wait as
 * that a hundred who register at the same moment are all served, the last after half a minute on two cores.
 */
@Component
public class Passwords implements DisposableBean {

    private static final int COST = 12;

    /** bcrypt looks at the first 72 bytes only; hashes of longer passwords exist from before that was refused. */
    private static final int BYTES_THAT_COUNT = 72;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(BCryptVersion.$2A, COST);
    private final PasswordHash nobody = new PasswordHash(String.valueOf(bcrypt.encode("nobody")));
    private final ExecutorService threads;

    Passwords(MeterRegistry meters, @Value("${connect.passwords.most-waiting:128}") int mostWaiting) {
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(mostWaiting);
        meters.gaugeCollectionSize("connect.passwords.waiting", Tags.empty(), waiting);
        threads = new ThreadPoolExecutor(
                most,
                most,
                0,
                TimeUnit.SECONDS,
                waiting,
                Thread.ofPlatform().name("bcrypt-", 1).daemon().factory());
    }

    /** The hash of a new password of at most 72 bytes. */
    public PasswordHash hash(String password) {
        return onItsThread(() -> new PasswordHash(String.valueOf(bcrypt.encode(password))));
    }

    /** Whether the password is the one that was hashed. */
    public boolean matches(String password, PasswordHash hash) {
        return onItsThread(() -> bcrypt.matches(PasswordBytes.first(password, BYTES_THAT_COUNT), hash.value()));
    }

    /** Takes as long as a comparison, so that nobody learns from the time whether an address is known. */
    public void compareWithNobody(String password) {
        boolean unused = matches(password, nobody);
    }

    private <T> T onItsThread(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException tooMany) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "busy");
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Hashing failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while hashing", interrupted);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
