package com.emlyon.connect.app.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** The built-in PostgreSQL starts while the context is made, but not before all settings are known to be right. */
@Timeout(480)
class PostgresBesideTheContextTest {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void itStartsWhileBeansAreMadeThatNeedNoConnection() {
        try (GenericApplicationContext context = context(Waiting.class, "9")) {
            context.refresh();

            assertThat(context.getBean(Waiting.class)).isNotNull();
        }
        assertThat(server()).doesNotExist();
    }

    @Test
    void aWrongSettingIsRefusedBeforeAnythingIsMade() {
        try (GenericApplicationContext context = context(Limits.class, "many")) {
            assertThatException()
                    .isThrownBy(context::refresh)
                    .satisfies(failure -> assertThat(StartFailure.sentence(failure))
                            .contains("CONNECT_LIMITS_MOST must be a whole number, but is \"many\"."));
        }
        assertThat(data()).doesNotExist();
    }

    @Test
    void aContextThatFailsLeavesNoServerRunning() {
        try (GenericApplicationContext context = context(Failing.class, "9")) {
            assertThatException().isThrownBy(context::refresh).withStackTraceContaining("a mistake of ours");
        }
        assertThat(data().resolve("postgres/PG_VERSION")).exists();
        assertThat(server()).doesNotExist();
    }

    private static Path serverOf(Path data) {
        return data.resolve("postgres/postmaster.pid");
    }

    private GenericApplicationContext context(Class<?> configuration, String most) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "settings",
                        Map.of(
                                "server.port",
                                0,
                                "connect.data",
                                data().toString(),
                                "connect.uploads",
                                data().resolve("uploads").toString(),
                                "connect.database.longest-wait",
                                "0s",
                                "connect.database.embedded",
                                true,
                                "connect.limits.most",
                                most)));
        new AnnotatedBeanDefinitionReader(context).register(configuration);
        new ClassPathBeanDefinitionScanner(context).scan("com.emlyon.connect.app.database");
        new StartChecks().initialize(context);
        return context;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path server() {
        return serverOf(data());
    }

    @ConfigurationProperties("connect.limits")
    record Most(int most) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Most.class)
    static class Limits {}

    /** Waits for the server while the context is made, before anything asks for a connection. */
    static final class Waiting {

        Waiting(Environment environment) {
            Path data = Path.of(environment.getRequiredProperty("connect.data"));
            await().atMost(A_WHILE).until(() -> Files.exists(serverOf(data)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Failing {

        @Bean
        String mistake() {
            throw new IllegalStateException("a mistake of ours");
        }
    }
}
