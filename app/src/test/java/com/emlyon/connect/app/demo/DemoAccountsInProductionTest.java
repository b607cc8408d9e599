package com.emlyon.connect.app.demo;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.emlyon.connect.app.BreakableNode;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.credentials.CredentialTable;
import com.emlyon.connect.app.security.EmailKeys;
import com.emlyon.connect.app.security.Passwords;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import org.junit.jupiter.api.Test;

/** The look for accounts of the demo data, when a service in production has started. */
class DemoAccountsInProductionTest {

    @Test
    void aDatabaseThatIsAwayDoesNotEndTheServiceThatHasStarted() {
        TestNode node = BreakableNode.node();
        DemoAccountsInProduction accounts = new DemoAccountsInProduction(
                node.bean(CredentialTable.class),
                node.bean(EmailKeys.class),
                node.bean(Passwords.class),
                node.bean(DatabaseAvailability.class));

        try (BreakableNode.Outage _ = BreakableNode.withoutDatabase()) {
            assertThatCode(accounts::warn).doesNotThrowAnyException();
        }
    }
}
