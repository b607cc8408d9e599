package com.emlyon.connect.app.startup;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.emlyon.connect.app.FreePort;
import com.emlyon.connect.app.settings.StartRefused;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What would fail in the middle of a start is found before it begins. */
class StartChecksTest {

    @TempDir
    private Path data;

    @Test
    void aPortThatIsInUseIsFound() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertRefused(Map.of("server.port", other.getLocalPort()), "PORT: another program listens");
            assertRefused(
                    Map.of("management.server.port", other.getLocalPort()), "MANAGEMENT_PORT: another program listens");
        }
    }

    @Test
    void anUploadFolderThatCannotBeUsedIsFound() throws IOException {
        Files.createFile(data.resolve("uploads"));

        assertRefused(Map.of(), "DATA_DIR: uploaded pictures are kept in");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsFound() {
        assertRefused(
                Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1:%d/connect".formatted(FreePort.next())),
                "DATABASE_URL: no PostgreSQL can be reached");
    }

    private void assertRefused(Map<String, Object> settings, String beginning) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "server.port",
                0,
                "connect.uploads",
                data.resolve("uploads").toString(),
                "connect.database.longest-wait",
                "0s"));
        all.putAll(settings);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", all));
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(environment);

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> new StartChecks().initialize(context))
                    .withMessageStartingWith(beginning);
        }
    }
}
