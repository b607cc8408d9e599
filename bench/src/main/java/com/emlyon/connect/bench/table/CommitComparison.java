package com.emlyon.connect.bench.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.util.FileSystemUtils;

/**
 * Builds two commits of this repository and measures them beside each other, in turn. Arguments: the commits, then those of {@link Options};
 * what needs the insides of the service is left out, as only one version of it fits into this process.
 */
public final class CommitComparison {

    private CommitComparison() {}

    /** Runs and prints. */
    @SuppressWarnings("SystemOut") // the figures are what a benchmark is run for
    public static void main(String[] arguments) throws Exception {
        Path repository = Path.of("").toAbsolutePath();
        Path folder = Files.createTempDirectory("commits");
        try (Checkout first = new Checkout(repository, arguments[0], Files.createDirectory(folder.resolve("first")));
                Checkout second =
                        new Checkout(repository, arguments[1], Files.createDirectory(folder.resolve("second")))) {
            String[] given = Arrays.copyOfRange(arguments, 2, arguments.length);
            WholeTable.measure(
                    Options.of(given)
                            .between(first.installation(), second.installation())
                            .ofServices(),
                    System.out::println);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
