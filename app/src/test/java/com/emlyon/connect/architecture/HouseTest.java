package com.emlyon.connect.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.emlyon.connect.api.account.AccountRegistered",
                "com.emlyon.connect.command.account.Account",
                "com.emlyon.connect.query.account.AccountProjection",
                "com.emlyon.connect.app.EmlyonConnect",
                "com.emlyon.platform.postgres.EmbeddedPostgres"
            })
    void theRulesSeeTheCodeOfEveryModule(String className) {
        assertThat(House.OURS.classes().get(className).getAccessesFromSelf()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.emlyon.connect.architecture.HouseTest",
                "com.emlyon.platform.postgres.TestPostgres",
                "org.springframework.stereotype.Component"
            })
    void theRulesSeeNeitherTestsNorLibraries(String className) {
        assertThat(House.OURS.classes().stream().map(type -> type.getName())).doesNotContain(className);
    }
}
