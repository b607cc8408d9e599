package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.BareProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The installation that the build has made, as an operator uses it. */
class InstallationIT {

    private static final Path INSTALLATION = Path.of("target", "connect").toAbsolutePath();
    private static final Path PROGRAM = Path.of("target", "emlyon-connect.jar").toAbsolutePath();
    private static final String FROM_CACHE = "source: shared objects file";
    private static final String TRAINING = "glob:**/emlyon-connect-training*";
    private static final Pattern FLAG = Pattern.compile("(?m)^ *\\w+ (\\w+) +:?= (\\S+)");
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void whatACommandLoadsComesFromTheCache() throws Exception {
        Path classes = folder.resolve("classes");

        // when
        Result result = launch(INSTALLATION, Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + classes), "check");

        // then
        assertThat(result.out()).startsWith("ok       settings");
        List<String> loaded;
        try (Stream<String> lines = Files.lines(classes)) {
            loaded = lines.filter(line -> line.contains("source: ")).toList();
        }
        assertThat(loaded).hasSizeGreaterThan(1_000);
        assertThat(loaded.stream().filter(line -> line.contains(FROM_CACHE)).count())
                .as("classes out of the cache, of %d", loaded.size())
                .isGreaterThan(loaded.size() * 9L / 10);
    }

    @Test
    void programsReadOnlyWhatTheCommandPrints() throws Exception {
        Result result = launch(INSTALLATION, Map.of(), "check", "--json");

        assertThat(result.out()).startsWith("{\"ok\":true,").endsWith("}\n");
    }

    @Test
    void whereTheCacheDoesNotFitTheJvmSaysSoAndGoesOn() throws Exception {
        Path copy = copyWithAnotherTime();

        // when
        Result result = launch(copy, Map.of(), "--version");

        // then
        assertThat(result.err()).contains("Unable to map shared spaces");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).matches("emlyon connect [0-9.]+(-SNAPSHOT)?, Java 25\\S*\n");
    }

    @Test
    void optionsForTheJvmWinOverThoseOfTheLauncher() throws Exception {
        Result result = launch(
                INSTALLATION,
                Map.of("JAVA_OPTS", "-XX:+UseG1GC -XX:+PrintFlagsFinal -XX:TieredStopAtLevel=2"),
                "projections",
                "--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).containsPattern("UseG1GC +:?= true").containsPattern("TieredStopAtLevel +:?= 2");
    }

    @ParameterizedTest
    @CsvSource({"1, UseSerialGC", "2, UseSerialGC", "3, UseG1GC", "16, UseG1GC"})
    void theServiceBeginsWithASmallHeapAndTheCollectorThatFitsTheMachine(int processors, String collector)
            throws Exception {
        Map<String, String> machine = machineWith(processors);

        assertThat(flags(machine, "")).contains(collector + "=true", "InitialHeapSize=" + (64 << 20));
        assertThat(flags(machine, "-XX:+UseParallelGC -Xms96m"))
                .contains("UseParallelGC=true", "InitialHeapSize=" + (96 << 20));
    }

    /** Whose {@code nproc} says so. */
    private Map<String, String> machineWith(int processors) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Path nproc = Files.writeString(programs.resolve("nproc"), "#!/bin/sh\necho " + processors);
        assertThat(nproc.toFile().setExecutable(true)).isTrue();
        return Map.of("PATH", programs + ":" + System.getenv("PATH"));
    }

    /** The flags of the JVM that the launcher starts for the service. */
    private List<String> flags(Map<String, String> machine, String options) throws Exception {
        Map<String, String> variables = new HashMap<>(machine);
        variables.put("JAVA_OPTS", "-XX:+PrintFlagsFinal " + options);

        Result result = launch(INSTALLATION, variables, "--version");

        assertThat(result.exitCode()).isZero();
        return FLAG.matcher(result.out())
                .results()
                .map(flag -> flag.group(1) + "=" + flag.group(2))
                .toList();
    }

    @Test
    void aLinkToTheLauncherStartsTheSame() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("connect"), INSTALLATION.resolve("bin").resolve("connect"));

        assertThat(run(link, Map.of(), "--version").exitCode()).isZero();
    }

    @Test
    void anInstallationThatIsEndedDuringTheTrainingRunLeavesNothingBehind() throws Exception {
        // given
        Path unfinished = folder.resolve("unfinished");
        Path output = folder.resolve("output");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process install = BareProcess.of(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-jar",
                        PROGRAM.toString(),
                        "install",
                        unfinished.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await().atMost(A_WHILE).until(() -> Files.readString(output).contains("The files are there"));
        assertThat(unfinished).isDirectory();
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(temporary).isDirectoryContaining(TRAINING));

        // when
        install.destroy();

        // then
        assertThat(install.waitFor()).isNotZero();
        assertThat(unfinished).doesNotExist();
        assertThat(temporary).isDirectoryNotContaining(TRAINING);
        assertThat(output).content().doesNotContain("Start the service with");
    }

    /** The same files, but for the time of the program. */
    private Path copyWithAnotherTime() throws IOException {
        Path copy = folder.resolve("a copy");
        try (Stream<Path> files = Files.walk(INSTALLATION)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.resolve(INSTALLATION.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectory(target);
                } else if (file.endsWith("emlyon-connect.jar")) {
                    Files.copy(file, target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return copy;
    }

    private Result launch(Path installation, Map<String, String> variables, String... arguments) throws Exception {
        return run(installation.resolve("bin").resolve("connect"), variables, arguments);
    }

    private Result run(Path launcher, Map<String, String> variables, String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = BareProcess.of(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                        .toList())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("DATA_DIR", folder.resolve("data").toString());
        builder.environment().put("PORT", "0");
        builder.environment().putAll(variables);
        int exitCode = builder.start().waitFor();
        return new Result(
                exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    /** How a command ended. */
    private record Result(int exitCode, String out, String err) {}
}
