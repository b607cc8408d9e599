package com.emlyon.connect.app.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The ahead-of-time cache of the JVM (JEP 483, 514 and 515): classes as they are after loading and linking, and which methods were
 * called often. The JVM writes it after a training run, and only the very same JVM can use it, with the very same files.
 */
public final class AotCache {

    /** The system property of a process that was started for a training run, and so has a database of its own. */
    private static final String TRAINING = "connect.training";

    private static final Duration LONGEST_TRAINING = Duration.ofMinutes(10);

    private AotCache() {}

    /**
     * Makes the cache of an installation by a training run with a database of its own, which is deleted afterwards.
     *
     * @param command the command of the program that does the training run
     * @throws IOException when the training run or the writing fails; the installation works without a cache, only slower
     */
    public static void train(Installation installation, String command) throws IOException {
        Path data = Files.createTempDirectory("emlyon-connect-training");
        UnfinishedFolder unfinished = new UnfinishedFolder(data);
        try {
            Java.run(
                    data,
                    List.of(
                            "--enable-native-access=ALL-UNNAMED",
                            "-D" + TRAINING + "=true",
                            "-XX:AOTCacheOutput=" + installation.aotCache(),
                            "-jar",
                            installation.program().toString(),
                            command),
                    Map.of("DATA_DIR", data.toString(), "PORT", "0"),
                    LONGEST_TRAINING);
            if (!Files.exists(installation.aotCache())) {
                throw new IOException("this JVM wrote none");
            }
        } catch (IOException failure) {
            // A cache recorded by a run that did not finish would slow down later starts.
            Files.deleteIfExists(installation.aotCache());
            throw failure;
        } finally {
            unfinished.remove();
        }
    }

    /** Whether this process is a training run. */
    public static boolean isTrainingRun() {
        return Boolean.getBoolean(TRAINING);
    }
}
