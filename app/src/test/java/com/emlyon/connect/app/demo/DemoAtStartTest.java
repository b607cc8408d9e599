package com.emlyon.connect.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import org.junit.jupiter.api.Test;

/** Where the service adds demo data, and mentions them while there are no accounts. */
class DemoAtStartTest {

    @Test
    void itDoesNeitherInProduction() {
        try (TestNode production = TestNode.start(TestPostgres.freshDatabaseUrl(), "--NODE_ENV=production")) {
            assertThat(production.beans(DemoAtStart.class)).isEmpty();
        }
        assertThat(TestNode.shared().beans(DemoAtStart.class)).hasSize(1);
    }
}
