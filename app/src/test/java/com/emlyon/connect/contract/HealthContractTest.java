package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@ContractTest
class HealthContractTest {

    private final ContractClient client = new ContractClient();

    @Test
    void aHealthyServiceTellsTheTimeToAnybody() {
        Answer answer = client.get("/api/health").send();

        String timestamp = answer.string("/timestamp");
        assertThat(answer).hasStatus(200).hasBody("{\"status\":\"ok\",\"timestamp\":\"%s\"}".formatted(timestamp));
        assertThat(timestamp).matches(Iso.INSTANT_WITH_MILLISECONDS);
        assertThat(Instant.parse(timestamp)).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
    }

    @Test
    void aBadTokenDoesNotMatter() {
        assertThat(client.get("/api/health").bearer("x").send()).hasStatus(200);
    }
}
