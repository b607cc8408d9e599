package com.emlyon.connect.app.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Ports, folders and settings that keep the service from starting are named in one sentence. */
class StartConditionsTest {

    @TempDir
    Path data;

    @Test
    void aPortOnWhichAnotherProgramListensIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            int number = other.getLocalPort();

            assertThat(new ListeningPort("PORT", number, null).problem())
                    .contains("PORT: another program listens on port %d; end it, or set PORT to another port."
                            .formatted(number));
        }
    }

    @Test
    void anAddressThatThisMachineDoesNotHaveIsNamed() {
        assertThat(new ListeningPort("MANAGEMENT_PORT", 4_189, "192.0.2.1")
                        .problem()
                        .orElseThrow())
                .startsWith("MANAGEMENT_PORT: the service may not listen on port 4189 (");
    }

    @Test
    void aPortThatTheSystemChoosesIsFree() {
        assertThat(new ListeningPort("PORT", 0, null).problem()).isEmpty();
        assertThat(new ListeningPort("MANAGEMENT_PORT", -1, null).problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"uploads", "uploads/avatars", "above"})
    void aFileInThePlaceOfTheUploadFolderIsNamed(String file) throws IOException {
        // given
        Path uploads = data.resolve(file.equals("above") ? "above/data/uploads" : "uploads");
        Files.createDirectories(data.resolve(file).getParent());
        Files.createFile(data.resolve(file));

        // then
        assertThat(new UploadFolder(uploads).problem())
                .contains("DATA_DIR: uploaded pictures are kept in %s, but that is a file."
                        .formatted(data.resolve(file)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anUploadFolderThatCannotBeMadeIsNamed() {
        assertThat(new UploadFolder(Path.of("/proc/nope/uploads")).problem().orElseThrow())
                .startsWith("DATA_DIR: uploaded pictures cannot be written to /proc (");
    }

    @Test
    void anUploadFolderThatCanBeWrittenOrMadeIsFineAndLeftAsItWas() throws IOException {
        Path uploads = data.resolve("uploads");
        assertThat(new UploadFolder(uploads).problem()).isEmpty();
        assertThat(uploads).doesNotExist();

        Files.createDirectories(uploads.resolve("avatars"));
        assertThat(new UploadFolder(uploads).problem()).isEmpty();
        assertThat(uploads.resolve("avatars")).isEmptyDirectory();
    }

    record Feed(Duration pingInterval, int mostConnections, boolean compression) {

        Feed {
            if (mostConnections < 1) {
                throw new IllegalArgumentException("connect.feed.most-connections: at least 1");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ping-interval    | soon  | CONNECT_FEED_PING_INTERVAL must be a time such as 30s, 15m or 1h, but is \"soon\".",
                "most-connections | many  | CONNECT_FEED_MOST_CONNECTIONS must be a whole number, but is \"many\".",
                "most-connections | 0     | CONNECT_FEED_MOST_CONNECTIONS: at least 1.",
                "compression      | maybe | CONNECT_FEED_COMPRESSION must be true or false, but is \"maybe\".",
            })
    void aValueOfTheWrongKindIsNamedWithItsVariable(String property, String value, String sentence) {
        // given
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("connect.feed." + property, value)));

        // when
        Throwable failure = catchThrowable(() -> binder.bind("connect.feed", Bindable.of(Feed.class)));

        // then
        assertThat(StartFailure.sentence(new IllegalStateException(failure))).contains(sentence);
    }

    @Test
    void theValueOfASecretIsNotShown() {
        Binder binder =
                new Binder(new MapConfigurationPropertySource(Map.of("connect.secret-of-something", "tops3cret")));

        Throwable failure =
                catchThrowable(() -> binder.bind("connect.secret-of-something", Bindable.of(Integer.class)));

        assertThat(StartFailure.sentence(failure)).contains("CONNECT_SECRET_OF_SOMETHING must be a whole number.");
    }

    @Test
    void whatIsNoMistakeOfTheOperatorIsLeftToTheStackTrace() {
        assertThat(StartFailure.sentence(new IllegalStateException("a mistake of ours")))
                .isEmpty();
    }
}
