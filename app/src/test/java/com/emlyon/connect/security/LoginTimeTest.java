package com.emlyon.connect.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** D10: the time of a login does not tell whether an address is known. */
class LoginTimeTest {

    private static final int TRIES = 9;
    private static final int ATTEMPTS = 3;
    private static final double MOST_DIFFERENCE = 0.3;

    private final ContractClient client = new ContractClient(TestNode.sharedWithUsualHashes());
    private final Member pia = client.newMember("Pia One");

    /** Others may be at work on the machine, so a bad try is repeated. */
    @ParameterizedTest
    @ValueSource(strings = {"wrong", "not compose\u0301"})
    void aKnownAndAnUnknownAddressTakeTheSameTime(String password) {
        List<Double> differences = new ArrayList<>();
        while (differences.size() < ATTEMPTS
                && differences.stream().noneMatch(difference -> difference < MOST_DIFFERENCE)) {
            differences.add(differenceOfMedians(password));
        }

        assertThat(differences)
                .as("relative differences of medians")
                .anySatisfy(difference -> assertThat(difference).isLessThan(MOST_DIFFERENCE));
    }

    @Test
    void aServiceWithoutSettingsHashesWithCostTwelve() {
        assertThat(TestNode.sharedWithUsualHashes()
                        .bean(JdbcClient.class)
                        .sql("SELECT password_hash FROM store.credential WHERE account = ?")
                        .param(pia.id())
                        .query(String.class)
                        .single())
                .startsWith("$2a$12$");
    }

    private double differenceOfMedians(String password) {
        List<Duration> known = new ArrayList<>();
        List<Duration> unknown = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            known.add(wrongLogin(pia.email(), password));
            unknown.add(wrongLogin(ContractClient.freshEmail(), password));
        }
        double one = new Durations(known).medianMillis();
        double other = new Durations(unknown).medianMillis();
        assertThat(Math.min(one, other))
                .as("a comparison of hashes takes its time")
                .isGreaterThan(50);
        return Math.abs(one - other) / Math.max(one, other);
    }

    private Duration wrongLogin(String email, String password) {
        return Durations.of(
                () -> assertThat(client.login(email, password).status()).isEqualTo(401));
    }
}
