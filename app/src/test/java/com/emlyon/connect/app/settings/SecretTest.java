package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @TempDir
    Path root;

    @Test
    void theSecretGivenIsUsedToTheLetter() {
        String given = " é".repeat(11);
        assertThat(Secret.OF_TOKENS.find(Optional.of(given), true, root.resolve("data")))
                .isEqualTo(given);
        assertThat(root.resolve("data")).doesNotExist();
    }

    @Test
    void aShortSecretIsRefusedWithoutTellingIt() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Secret.OF_TOKENS.find(Optional.of("x".repeat(31)), false, root))
                .withMessage("JWT_SECRET must be at least 32 bytes long, but has 31.");
    }

    @Test
    void ofSecretsThatAreAcceptedTooEachIsLongEnough() {
        String one = "1".repeat(32);
        String two = "2".repeat(40);

        assertThat(Secret.OF_TOKENS.alsoAccepted(Optional.of(one + " ,, " + two + ",")))
                .containsExactly(one, two);
        assertThat(Secret.OF_TOKENS.alsoAccepted(Optional.empty())).isEmpty();
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Secret.OF_TOKENS.alsoAccepted(Optional.of(one + "," + "x".repeat(31))))
                .withMessage("Each of JWT_SECRETS_ACCEPTED must be at least 32 bytes long, but has 31.");
    }

    @Test
    void withoutOneASecretIsMadeOnceAndKeptForTheOwnerOnly() throws IOException {
        // when
        Path data = root.resolve("new/data");
        String secret = Secret.OF_TOKENS.find(Optional.empty(), false, data);

        // then
        assertThat(secret).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Secret.OF_TOKENS.find(Optional.empty(), false, data)).isEqualTo(secret);
        assertThat(data.resolve("jwt-secret")).hasContent(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("jwt-secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void everyFolderHasAnotherSecret() {
        assertThat(Secret.OF_TOKENS.find(Optional.empty(), false, root.resolve("a")))
                .isNotEqualTo(Secret.OF_TOKENS.find(Optional.empty(), false, root.resolve("b")));
    }

    @Test
    void thoseWhoStartAtTheSameMomentEndWithTheSameSecret() throws Exception {
        try (ExecutorService services = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> starts =
                    Collections.nCopies(32, () -> Secret.OF_TOKENS.find(Optional.empty(), false, root));
            List<Future<String>> secrets = services.invokeAll(starts);
            assertThat(secrets.stream().map(Future::resultNow))
                    .containsOnly(secrets.getFirst().get());
        }
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("jwt-secret", "jwt-secret.lock");
        }
    }

    @Test
    void inProductionTheSecretMustBeGiven() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Secret.OF_TOKENS.find(Optional.empty(), true, root))
                .withMessageStartingWith("JWT_SECRET must be set in production");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aKeptSecretThatWasCutOffIsRefused() throws IOException {
        Files.writeString(root.resolve("jwt-secret"), "cut0ff");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Secret.OF_TOKENS.find(Optional.empty(), false, root))
                .withMessageContaining(root.resolve("jwt-secret") + " is shorter than 32 bytes")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("cut0ff"));
    }

    @Test
    void ofALostMasterKeyNobodyIsToldToMakeANewOne() throws IOException {
        Files.writeString(root.resolve("master-key"), "cut0ff");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Secret.OF_KEYS.find(Optional.empty(), false, root))
                .withMessageStartingWith("MASTER_KEY is not set")
                .withMessageContaining("from a backup")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("delete"));
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Secret.OF_TOKENS.find(Optional.empty(), false, file.resolve("data")))
                .withMessageContaining("DATA_DIR");
    }
}
