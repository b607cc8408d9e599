package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

class ApplicationPropertiesTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class));

    record InDeclaredOrder(boolean success, String message, int data) {}

    @Test
    void jsonKeepsTheDeclaredOrder() {
        application.run(context -> assertThat(
                        context.getBean(JsonMapper.class).writeValueAsString(new InDeclaredOrder(true, "m", 1)))
                .isEqualTo("{\"success\":true,\"message\":\"m\",\"data\":1}"));
    }

    @Test
    void developersReadLinesAndMachinesReadJson() {
        application.run(context -> assertThat(context.getEnvironment().getProperty("logging.structured.format.console"))
                .isNull());
        application
                .withPropertyValues("spring.profiles.active=production")
                .run(context -> assertThat(context.getEnvironment().getProperty("logging.structured.format.console"))
                        .isEqualTo("ecs"));
    }
}
