package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

class OperatorVariablesTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path data;

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Test
    void withoutVariablesTheServiceRunsForDevelopers() {
        ConfigurableEnvironment environment = started();
        assertThat(environment.getProperty("server.port")).isEqualTo("3001");
        assertThat(environment.getProperty("management.server.port")).isNull();
        assertThat(environment.getProperty("connect.documentation.enabled", Boolean.class))
                .isTrue();
        assertThat(environment.getProperty("connect.base-url")).isEqualTo("http://localhost:3001");
        assertThat(environment.getProperty("connect.jwt.expires-in", Duration.class))
                .isEqualTo(Duration.ofDays(7));
        assertThat(environment.getProperty("connect.jwt.secret")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(list(environment, "connect.origins"))
                .containsExactly("http://localhost:3000", "http://localhost:5173");
        assertThat(list(environment, "connect.admins")).isEmpty();
        assertThat(environment.getProperty("connect.database.embedded", Boolean.class))
                .isTrue();
        assertThat(environment.getProperty("spring.datasource.url")).isNull();
        assertThat(environment.getProperty("connect.data")).isEqualTo(data.toString());
        assertThat(environment.getProperty("connect.uploads")).isEqualTo(data + "/uploads");
        assertThat(environment.getActiveProfiles()).isEmpty();
    }

    @Test
    void everyVariableBecomesAProperty() {
        ConfigurableEnvironment environment = started(
                "PORT=4000",
                "MANAGEMENT_PORT=4001",
                "DATABASE_URL=postgresql://ana:pw@db/connect?schema=public",
                "JWT_SECRET=" + SECRET,
                "JWT_EXPIRES_IN=12h",
                "FRONTEND_URL=https://a.org,https://b.org",
                "BASE_URL=https://api.a.org/",
                "ADMIN_EMAILS=Ana@A.org,b@b.org");
        assertThat(environment.getProperty("server.port")).isEqualTo("4000");
        assertThat(environment.getProperty("management.server.port")).isEqualTo("4001");
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://db:5432/connect");
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("ana");
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("pw");
        assertThat(environment.getProperty("connect.database.embedded", Boolean.class))
                .isFalse();
        assertThat(environment.getProperty("connect.jwt.secret")).isEqualTo(SECRET);
        assertThat(environment.getProperty("connect.jwt.expires-in", Duration.class))
                .isEqualTo(Duration.ofHours(12));
        assertThat(list(environment, "connect.origins"))
                .startsWith("https://a.org", "https://b.org")
                .hasSize(4);
        assertThat(list(environment, "connect.admins")).containsExactly("ana@a.org", "b@b.org");
        assertThat(environment.getProperty("connect.base-url")).isEqualTo("https://api.a.org");
    }

    @Test
    void secretsThatAreAcceptedTooAreTakenToTheLetter() {
        String odd = "a${b}${c:d}\\${e}#{f}$g".repeat(2);
        ConfigurableEnvironment environment = started("JWT_SECRETS_ACCEPTED=" + SECRET + "," + odd);
        assertThat(Binder.get(environment)
                        .bind("connect.jwt.accepted", Bindable.listOf(String.class))
                        .get())
                .containsExactly(SECRET, odd);
    }

    @Test
    void theBaseUrlFollowsThePort() {
        assertThat(started("PORT=4000").getProperty("connect.base-url")).isEqualTo("http://localhost:4000");
    }

    @Test
    void anEmptyVariableCountsAsUnset() {
        ConfigurableEnvironment environment = started(
                "PORT=", "DATABASE_URL= ", "JWT_SECRET=", "JWT_EXPIRES_IN=", "FRONTEND_URL=", "BASE_URL=", "NODE_ENV=");
        assertThat(environment.getProperty("server.port")).isEqualTo("3001");
        assertThat(environment.getProperty("connect.base-url")).isEqualTo("http://localhost:3001");
        assertThat(environment.getProperty("connect.jwt.expires-in", Duration.class))
                .isEqualTo(Duration.ofDays(7));
        assertThat(environment.getProperty("connect.database.embedded", Boolean.class))
                .isTrue();
    }

    @Test
    void whatLooksLikeAPlaceholderInASecretIsLeftAsItIs() {
        String odd = "a${b}${c:d}\\${e}#{f}$g".repeat(2);
        ConfigurableEnvironment environment = started("JWT_SECRET=" + odd, "DATABASE_URL=postgresql://u:p${x}w@db/c");
        assertThat(environment.getProperty("connect.jwt.secret")).isEqualTo(odd);
        assertThat(Binder.get(environment)
                        .bind("connect.jwt.secret", String.class)
                        .get())
                .isEqualTo(odd);
        assertThat(Binder.get(environment)
                        .bind("spring.datasource.password", String.class)
                        .get())
                .isEqualTo("p${x}w");
    }

    @Test
    void nodeEnvProductionIsTheProfileProduction() {
        ConfigurableEnvironment environment =
                started("NODE_ENV=production", "JWT_SECRET=" + SECRET, "MASTER_KEY=" + SECRET);
        assertThat(environment.getActiveProfiles()).containsExactly("production");
        assertThat(environment.getProperty("logging.structured.format.console")).isEqualTo("ecs");
        assertThat(environment.getProperty("management.server.port")).isEqualTo("-1");
        assertThat(environment.getProperty("connect.documentation.enabled", Boolean.class))
                .isFalse();
        assertThat(list(environment, "connect.origins")).isEmpty();
    }

    @Test
    void theProfileProductionMayBeNamedInSpringsWayAndTogetherWithOthers() {
        ConfigurableEnvironment environment = started(
                "spring.profiles.active=campus,production",
                "NODE_ENV=production",
                "JWT_SECRET=" + SECRET,
                "MASTER_KEY=" + SECRET);
        assertThat(environment.getActiveProfiles()).containsExactlyInAnyOrder("campus", "production");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> started("spring.profiles.active=production"))
                .withMessageStartingWith("JWT_SECRET must be set in production");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "9", "09", " 8 "})
    void productionRefusesHashesThatAreSoonGuessed(String cost) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> started("NODE_ENV=production", "connect.passwords.cost=" + cost))
                .withMessageStartingWith("CONNECT_PASSWORDS_COST must be at least 10 in production");
        assertThat(started("connect.passwords.cost=" + cost).getProperty("connect.passwords.cost"))
                .isEqualTo(cost);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NODE_ENV=production", "spring.profiles.active=production"})
    void productionRefusesDemoDataBeforeItLooksAtAnythingElse(String production) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> started(production, "connect.demo=true"))
                .withMessage(
                        "Demo data (--demo, seed or CONNECT_DEMO) is refused in production, because the password of its accounts is public.");
        assertThat(started("connect.demo=true").getProperty("connect.demo")).isEqualTo("true");
        assertThat(started(production, "connect.demo=false", "JWT_SECRET=" + SECRET, "MASTER_KEY=" + SECRET)
                        .getProperty("connect.demo"))
                .isEqualTo("false");
    }

    @Test
    void anotherNodeEnvMeansNothing() {
        assertThat(started("NODE_ENV=development").getActiveProfiles()).isEmpty();
        assertThat(started("NODE_ENV=test").getActiveProfiles()).isEmpty();
    }

    @Test
    void whoMistypesProductionDoesNotStartOpen() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> started("NODE_ENV=Production"))
                .withMessage("NODE_ENV must be development, test or production, but is \"Production\".");
    }

    @Test
    void aPropertyOnTheCommandLineWinsOverAVariable() {
        ConfigurableEnvironment environment =
                started("PORT=4000", "server.port=0", "spring.datasource.url=jdbc:postgresql:x");
        assertThat(environment.getProperty("server.port")).isEqualTo("0");
        assertThat(environment.getProperty("connect.database.embedded", Boolean.class))
                .isFalse();
    }

    @Test
    void variablesMayAlsoBeGivenAsDefaultProperties() {
        try (ConfigurableApplicationContext context =
                application().properties("PORT=4000", "DATA_DIR=" + data).run()) {
            assertThat(context.getEnvironment().getProperty("server.port")).isEqualTo("4000");
        }
    }

    @Test
    void aWrongValueStopsTheStart() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> started("PORT=abc"))
                .withMessage("PORT must be a whole number between 0 and 65535, but is \"abc\".");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> started("ADMIN_EMAILS=ana@a.org;b@b.org"))
                .withMessageStartingWith("ADMIN_EMAILS must list addresses ");
    }

    private ConfigurableEnvironment started(String... variables) {
        List<String> arguments = new ArrayList<>(List.of("--DATA_DIR=" + data));
        for (String variable : variables) {
            arguments.add("--" + variable);
        }
        try (ConfigurableApplicationContext context = application().run(arguments.toArray(String[]::new))) {
            return context.getEnvironment();
        }
    }

    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE);
    }

    private static List<String> list(ConfigurableEnvironment environment, String name) {
        return Binder.get(environment).bind(name, Bindable.listOf(String.class)).orElseGet(List::of);
    }
}
