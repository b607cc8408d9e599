package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backups made beside a running service, and what becomes of them elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupCommandsTest {

    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode node = TestNode.start(database);
    private final ContractClient client = new ContractClient(node);

    @TempDir
    private Path folder;

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aBackupMadeBesideTheServiceIsRestoredIntoAnEmptyDatabase() throws IOException {
        // given
        Member pia = client.newMember("Pia Six");
        client.newCheckIn(pia, "Le Sucre");
        Path picture = Ran.DATA.resolve("uploads/avatars/picture-of-the-test.png");
        Files.createDirectories(picture.getParent());
        Files.writeString(picture, "a picture");
        Path backup = folder.resolve("connect.backup");
        String restored = TestPostgres.freshDatabaseUrl();

        // when
        Ran written = Ran.on(database, "backup", backup.toString());
        Files.delete(picture);
        Ran broughtBack = Ran.on(restored, "restore", backup.toString());

        // then
        assertThat(written.exitCode()).isZero();
        assertThat(broughtBack.err()).isEmpty();
        assertThat(broughtBack.out()).endsWith(" facts are restored; start the service%n".formatted());
        assertThat(picture).hasContent("a picture");
        assertThat(new String(Files.readAllBytes(backup), StandardCharsets.ISO_8859_1))
                .doesNotContain("Pia Six");
        try (TestNode other = TestNode.start(restored)) {
            ContractClient there = new ContractClient(other);
            assertThat(there.get("/api/checkins").as(pia).send().text()).contains("Pia Six", "Le Sucre");
            there.newCheckIn(pia, "Ninkasi");
        }
        assertThat(Ran.verify(restored).exitCode()).isZero();
        assertThat(Ran.on(restored, "audit").exitCode()).isZero();
        assertThat(Ran.on(restored, "restore", backup.toString()))
                .isEqualTo(new Ran(1, "", "The database has facts already; restore into an empty one%n".formatted()));
        assertThat(Ran.on(database, "backup", backup.toString()).err()).contains("exists already");
    }

    @Test
    void nothingIsRestoredUnderARunningService() {
        Path backup = folder.resolve("connect.backup");
        assertThat(Ran.on(database, "backup", backup.toString()).exitCode()).isZero();

        assertThat(Ran.on(database, "restore", backup.toString()))
                .isEqualTo(new Ran(1, "", "A service is running on the database; stop it first%n".formatted()));
    }

    @Test
    void aDatabaseThatAServiceHasStartedWithIsRestoredWithAllThatIsShown() {
        // given
        Member pia = client.newMember("Pia Seven");
        client.newCheckIn(pia, "Le Sucre");
        Path backup = folder.resolve("connect.backup");
        String started = TestPostgres.freshDatabaseUrl();
        TestNode.start(started).close();

        // when
        assertThat(Ran.on(database, "backup", backup.toString()).exitCode()).isZero();
        assertThat(Ran.on(started, "restore", backup.toString()).err()).isEmpty();

        // then
        try (TestNode other = TestNode.start(started)) {
            assertThat(new ContractClient(other)
                            .get("/api/checkins")
                            .as(pia)
                            .send()
                            .text())
                    .contains("Pia Seven", "Le Sucre");
        }
        assertThat(Ran.verify(started).exitCode()).isZero();
    }

    @Test
    void whatTheMasterKeyCannotOpenIsNotRestored() {
        // given
        client.newMember("Pia Eight");
        Path backup = folder.resolve("connect.backup");
        String other = TestPostgres.freshDatabaseUrl();
        assertThat(Ran.on(database, "backup", backup.toString()).exitCode()).isZero();

        // when
        Ran ran = Ran.on(
                other,
                "restore",
                backup.toString(),
                "--MASTER_KEY=a master key that has wrapped nothing in the backup");

        // then
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("MASTER_KEY: the keys in the backup were wrapped by another master key (")
                .endsWith(". Nothing was restored%n".formatted());
        assertThat(Ran.on(other, "restore", backup.toString()).exitCode()).isZero();
    }

    @Test
    void aDamagedBackupIsNotRestoredAndLeavesNoHalfOfAPicture() throws IOException {
        // given
        byte[] bytes = new byte[200_000];
        new Random(7).nextBytes(bytes);
        Path picture = Ran.DATA.resolve("uploads/avatars/damaged-picture-of-the-test.png");
        Files.createDirectories(picture.getParent());
        Files.write(picture, bytes);
        Path backup = folder.resolve("connect.backup");
        assertThat(Ran.on(database, "backup", backup.toString()).exitCode()).isZero();
        Files.delete(picture);
        byte[] archive = Files.readAllBytes(backup);
        Path whole = Files.write(folder.resolve("whole.backup"), archive);
        int at = new String(archive, StandardCharsets.ISO_8859_1).indexOf("damaged-picture-of-the-test.png");
        // Behind the name the picture follows; this is in its second half.
        archive[at + 150_000] ^= 1;
        Files.write(backup, archive);
        String other = TestPostgres.freshDatabaseUrl();

        // when
        Ran ran = Ran.on(other, "restore", backup.toString());

        // then
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith(backup + " was not restored: ")
                .contains("damaged-picture-of-the-test.png in it is damaged");
        assertThat(picture).doesNotExist();
        assertThat(picture.getParent()).isDirectoryNotContaining("glob:**damaged*");
        assertThat(Ran.on(other, "restore", whole.toString()).err())
                .as("no facts came without their pictures")
                .isEmpty();
        Files.delete(picture);
    }

    @Test
    void aPictureThatIsThereIsLeft() throws IOException {
        // given
        Path picture = Ran.DATA.resolve("uploads/avatars/another-picture-of-the-test.png");
        Files.createDirectories(picture.getParent());
        Files.writeString(picture, "a picture");
        Path backup = folder.resolve("connect.backup");
        assertThat(Ran.on(database, "backup", backup.toString()).exitCode()).isZero();
        Files.writeString(picture, "a picture of later");

        // when
        Ran ran = Ran.on(TestPostgres.freshDatabaseUrl(), "restore", backup.toString());

        // then
        assertThat(ran.exitCode()).isZero();
        assertThat(picture).hasContent("a picture of later");
        Files.delete(picture);
    }

    @Test
    void aBackupOfAnotherVersionIsLeftToTheProgramThatMadeIt() throws IOException {
        Path backup = folder.resolve("connect.backup");
        try (FileSystem archive = FileSystems.newFileSystem(backup, Map.of("create", "true"))) {
            Files.writeString(
                    archive.getPath("manifest.json"), "{\"format\":1,\"version\":2,\"facts\":0,\"tables\":[]}");
        }

        Ran ran = Ran.on(database, "restore", backup.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("The backup has tables of version 2, and this program makes those of version ")
                .endsWith("; restore it with the program that made it, and update then%n".formatted());
    }

    @Test
    void noFileOutsideOfTheUploadFolderIsWritten() throws IOException {
        // given
        Path backup = folder.resolve("connect.backup");
        Path forged = folder.resolve("forged.backup");
        assertThat(Ran.on(database, "backup", backup.toString()).exitCode()).isZero();
        try (ZipFile original = new ZipFile(backup.toFile());
                ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(forged))) {
            for (ZipEntry entry : original.stream().toList()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(original.getInputStream(entry).readAllBytes());
            }
            copy.putNextEntry(new ZipEntry("uploads/../outside.png"));
        }

        // when
        Ran ran = Ran.on(TestPostgres.freshDatabaseUrl(), "restore", forged.toString());

        // then
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("it names a file outside of the upload folder");
        assertThat(Ran.DATA.resolve("outside.png")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | its manifest.json cannot be read",
                "{\"format\":2,\"version\":1,\"facts\":0,\"tables\":[]} | it has the format 2, and this program knows only 1"
            })
    void aFileThatIsNoBackupOfThisKindIsRefusedWithAReason(String manifest, String reason) throws IOException {
        Path backup = folder.resolve("connect.backup");
        try (FileSystem archive = FileSystems.newFileSystem(backup, Map.of("create", "true"))) {
            Files.writeString(archive.getPath("manifest.json"), manifest);
        }

        Ran ran = Ran.on(database, "restore", backup.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).startsWith(backup + " was not restored: ").contains(reason);
    }

    @Test
    void aKeptMasterKeyIsReplacedInOneStepWhileNoServiceRuns() throws IOException {
        // given
        Member pia = client.newMember("Pia Seven");
        Path backup = folder.resolve("connect.backup");
        Path kept = folder.resolve("master-key");
        Files.writeString(kept, TestNode.MASTER_KEY);
        String stopped = TestPostgres.freshDatabaseUrl();
        assertThat(Ran.on(database, "backup", backup.toString()).exitCode()).isZero();
        assertThat(Ran.on(stopped, "restore", backup.toString()).exitCode()).isZero();

        // when
        Ran ran = Ran.on(stopped, "rotate-key", "--MASTER_KEY=", "--DATA_DIR=" + folder);

        // then
        assertThat(ran.err()).isEmpty();
        assertThat(Files.readString(kept)).isNotEqualTo(TestNode.MASTER_KEY).hasSize(64);
        assertThat(folder.resolve("master-key.next")).doesNotExist();
        assertThat(Ran.on(stopped, "history", pia.id(), "--MASTER_KEY=", "--DATA_DIR=" + folder)
                        .out())
                .contains("Pia Seven");
        assertThat(Ran.on(stopped, "check").out())
                .contains("PROBLEM  keys: MASTER_KEY: the keys in the database were wrapped by another master key");
        assertThat(Ran.on(database, "rotate-key", "--MASTER_KEY=", "--DATA_DIR=" + folder)
                        .err())
                .startsWith("A service is running and would not know the new master key; stop it first");
    }
}
