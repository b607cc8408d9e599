package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path root;

    @Test
    void aRelativeFolderIsSeenFromTheWorkingDirectory() {
        assertThat(DataFolder.parse("./data", root)).isEqualTo(root.resolve("data"));
        assertThat(DataFolder.parse("../data", root)).isEqualTo(root.resolveSibling("data"));
    }

    @Test
    void anAbsoluteFolderStaysWhereItIs() {
        assertThat(DataFolder.parse(root + "/srv", root.resolve("elsewhere"))).isEqualTo(root.resolve("srv"));
    }

    @Test
    void insideTheModuleOfACheckoutARelativeFolderIsSeenFromTheRoot() throws IOException {
        // given
        Path module = Files.createDirectory(root.resolve("app"));
        Files.createFile(root.resolve("mvnw"));
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(module.resolve("pom.xml"));

        // then
        assertThat(DataFolder.parse("data", module)).isEqualTo(root.resolve("data"));
        assertThat(DataFolder.parse("data", root)).isEqualTo(root.resolve("data"));
    }

    @Test
    void aFolderBesideTheModulesIsNoModule() throws IOException {
        Path folder = Files.createDirectory(root.resolve("deployed"));
        Files.createFile(root.resolve("mvnw"));
        assertThat(DataFolder.parse("data", folder)).isEqualTo(folder.resolve("data"));
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = Files.createFile(root.resolve("data"));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataFolder.parse("data", root))
                .withMessage("DATA_DIR must name a folder, but " + file + " is a file.");
    }

    @Test
    void aFolderInsideAFileIsRefused() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataFolder.parse("file/new/data", root))
                .withMessage("DATA_DIR must name a folder that can be written, but " + file + "/new/data cannot be.");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("root may write everywhere")
                .isNotEqualTo("root");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataFolder.parse("data", root))
                .withMessageStartingWith("DATA_DIR must name a folder that can be written");
    }

    @Test
    void aNameThatNoFolderCanHaveIsRefused() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataFolder.parse("a\0b", root))
                .withMessageStartingWith("DATA_DIR must name a folder, but is ");
    }
}
