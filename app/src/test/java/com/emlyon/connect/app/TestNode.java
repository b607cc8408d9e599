package com.emlyon.connect.app;

import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.projection.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The whole service, started inside the test's JVM on a port of its own, with a real database. */
public final class TestNode implements AutoCloseable {

    /** The secret with which test nodes sign tokens. */
    public static final String JWT_SECRET = "a secret of the tests, longer than 32 bytes";

    /** What the keys in the databases of tests are wrapped with. */
    public static final String MASTER_KEY = "a master key of the tests, longer than 32 bytes";

    /** The address of the administrator of the node that tests share; the node is given it in another spelling. */
    public static final String ADMIN = "chef@emlyon.com";

    /** Another one, for the test that deletes its account. */
    public static final String ADMIN_WHO_LEAVES = "chef2@emlyon.com";

    /** All tests come from one address; those that are about limits set their own. */
    private static final List<String> UNTHROTTLED = Stream.of(
                    "account-from-address", "account", "address", "registrations", "writes", "tickets", "exports")
            .map("--connect.throttle.%s.most=100000"::formatted)
            .toList();

    /** What a busy machine needs; tests that are about one of these limits set it themselves. */
    private static final Map<String, String> PATIENCE = Map.of(
            "--event-store.database.longest-silence", "5s",
            "--connect.passwords.longest-wait", "5m",
            "--connect.requests.longest-wait", "60s",
            "--connect.events.most-to-come", "100000",
            "--connect.events.most-a-day", "100000",
            // Tests refuse a lot within the time in which refusals are counted, the more the faster the machine is.
            "--connect.audit.most-refusals", "100000");

    /** The lowest cost of bcrypt that there is: tests make thousands of hashes. Refused in production. */
    private static final String CHEAP_HASHES = "--connect.passwords.cost=4";

    /** What a service without this setting does. */
    static final String USUAL_HASHES = "--connect.passwords.cost=12";

    private final ConfigurableApplicationContext context;
    private final int port;

    private TestNode(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /** The node that tests share when they do not mind the data of others; it lives until the JVM ends. */
    public static TestNode shared() {
        return Shared.NODE;
    }

    /** The node that tests share which are about the time that a hash takes: elsewhere hashes are made at the lowest cost. */
    public static TestNode sharedWithUsualHashes() {
        return SharedWithUsualHashes.NODE;
    }

    /** Starts a node of one's own on the given database, with further Spring arguments. */
    public static TestNode start(String databaseUrl, String... arguments) {
        return start(new SpringApplicationBuilder(EmlyonConnect.class), databaseUrl, arguments);
    }

    /** Starts a node whose time is that of the given clock. */
    public static TestNode start(Clock clock, String databaseUrl, String... arguments) {
        return startWith(Clock.class, clock, databaseUrl, arguments);
    }

    /** Starts a node that has the given bean where it would have one of its own of that type. */
    public static <T> TestNode startWith(Class<T> type, T other, String databaseUrl, String... arguments) {
        ApplicationContextInitializer<GenericApplicationContext> replacing = context -> context.registerBean(
                type.getSimpleName() + "OfTheTest", type, () -> other, bean -> bean.setPrimary(true));
        return start(new SpringApplicationBuilder(EmlyonConnect.class).initializers(replacing), databaseUrl, arguments);
    }

    private static TestNode start(SpringApplicationBuilder application, String databaseUrl, String... arguments) {
        int port = FreePort.next();
        List<String> all = new ArrayList<>(List.of(
                "--DATABASE_URL=" + databaseUrl,
                "--PORT=" + port,
                "--JWT_SECRET=" + JWT_SECRET,
                "--MASTER_KEY=" + MASTER_KEY,
                "--DATA_DIR=" + freshFolder()));
        all.addAll(List.of(arguments));
        if (Stream.of(arguments)
                .noneMatch(argument -> argument.equals(USUAL_HASHES) || argument.contains("production"))) {
            all.add(CHEAP_HASHES);
        }
        PATIENCE.forEach((setting, value) -> {
            if (Stream.of(arguments).noneMatch(argument -> argument.startsWith(setting + "="))) {
                all.add(setting + "=" + value);
            }
        });
        UNTHROTTLED.stream()
                .filter(limit -> Stream.of(arguments).noneMatch(argument -> argument.startsWith("--connect.throttle")))
                .forEach(all::add);
        return new TestNode(application.environment(bareEnvironment()).run(all.toArray(String[]::new)), port);
    }

    /** Without the environment variables of the one who builds, which may set another port, a database or limits. */
    private static ConfigurableEnvironment bareEnvironment() {
        ConfigurableEnvironment environment =
                Objects.requireNonNull(ApplicationContextFactory.DEFAULT.createEnvironment(WebApplicationType.SERVLET));
        String variables = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(variables, new SystemEnvironmentPropertySource(variables, Map.of()));
        return environment;
    }

    /** Scheme, host and port. */
    public URI http() {
        return URI.create("http://localhost:" + port);
    }

    /** The feed, without a query. */
    public URI ws() {
        return URI.create("ws://localhost:" + port + "/ws");
    }

    /** Tomcat's connector of the node. */
    public Connector connector() {
        WebServer server = ((ServletWebServerApplicationContext) context).getWebServer();
        return ((TomcatWebServer) Objects.requireNonNull(server)).getTomcat().getConnector();
    }

    /** A bean of the node, for tests that look behind the wire. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The bean of that name, where there are several of a type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** All beans of the node that are of a type. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** The projection of that name. */
    public Projection projection(String name) {
        return beans(Projection.class).stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "node-").toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Started when the first test asks for it. */
    private static final class Shared {

        private static final String OTHER_SPELLINGS =
                "Chef@EMLYON.com, CHEF2@emlyon.com ,Le.Chef+tests@GoogleMail.com,";

        static final TestNode NODE = start(TestPostgres.freshDatabaseUrl(), "--ADMIN_EMAILS=" + OTHER_SPELLINGS);
    }

    /** Started when the first test asks for it. */
    private static final class SharedWithUsualHashes {

        static final TestNode NODE = start(TestPostgres.freshDatabaseUrl(), USUAL_HASHES);
    }
}
