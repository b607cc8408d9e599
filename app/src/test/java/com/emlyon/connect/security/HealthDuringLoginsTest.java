package com.emlyon.connect.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** D24: hashing eight passwords at once leaves the rest of the service quick. */
class HealthDuringLoginsTest {

    private static final int LOGINS = 8;
    private static final int ATTEMPTS = 3;
    private static final int ENOUGH_TRIES = 21;
    private static final double LIMIT_MILLIS = 50;

    private final ContractClient client = new ContractClient(TestNode.sharedWithUsualHashes());
    private final Member pia = client.newMember("Pia One");

    /** Others may be at work on the machine, so a bad try is repeated. */
    @Test
    void eightLoginsAtOnceLeaveHealthQuick(TestReporter report) {
        List<Double> medians = new ArrayList<>();
        while (medians.size() < ATTEMPTS && medians.stream().noneMatch(median -> median < LIMIT_MILLIS)) {
            Durations health = healthDuringLogins();
            report.publishEntry(
                    "health during eight logins",
                    String.format(
                            Locale.ROOT,
                            "median %.1f ms, p95 %.1f ms, %d calls",
                            health.medianMillis(),
                            health.millis(95),
                            health.sorted().size()));
            medians.add(health.medianMillis());
        }

        assertThat(medians)
                .as("medians in milliseconds")
                .anySatisfy(median -> assertThat(median).isLessThan(LIMIT_MILLIS));
    }

    /** A fast machine has hashed before it is asked often enough, so others log in then. */
    private Durations healthDuringLogins() {
        List<Duration> tries = new ArrayList<>();
        while (tries.size() < ENOUGH_TRIES) {
            tries.addAll(healthDuringEightLogins());
        }
        return new Durations(tries);
    }

    private List<Duration> healthDuringEightLogins() {
        List<Duration> tries = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> logins = IntStream.range(0, LOGINS)
                    .mapToObj(i -> threads.submit(() ->
                            client.login(pia.email(), ContractClient.PASSWORD).status()))
                    .toList();
            while (!logins.stream().allMatch(Future::isDone)) {
                tries.add(Durations.of(() ->
                        assertThat(client.get("/api/health").send().status()).isEqualTo(200)));
            }
            assertThat(logins).allSatisfy(login -> assertThat(login.get()).isEqualTo(200));
        }
        return tries;
    }
}
