package com.emlyon.connect.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** Nodes of tests do not depend on the environment of the build. */
class TestNodeTest {

    @Test
    void noVariableOfTheBuildersEnvironmentReachesANode() {
        assertThat(System.getenv("PATH")).isNotBlank();

        assertThat(TestNode.shared().bean(Environment.class).getProperty("PATH"))
                .isNull();
    }
}
