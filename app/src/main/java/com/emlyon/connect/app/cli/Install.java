package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.installation.AotCache;
import com.emlyon.connect.app.installation.Installation;
import com.emlyon.connect.app.installation.NotInstallable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code install}: installs the program in a folder, from which it starts faster than from the runnable jar. */
@Command(
        name = "install",
        description = {
            "Install the program in a folder: its libraries, the launcher bin/connect, and an ahead-of-time cache for this JVM.",
            "For the cache the service is started once, with a database of its own, which is deleted; that takes about a minute."
        },
        mixinStandardHelpOptions = true)
final class Install implements Runnable {

    @Parameters(paramLabel = "FOLDER", description = "The folder to make; it must not exist.")
    private Path folder = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        try {
            Installation installation = Installation.in(folder);
            train(installation, out);
            installation.complete();
            out.printf("Start the service with %s%n", installation.launcher());
        } catch (NotInstallable refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        } catch (IOException failure) {
            throw new CommandFailed("Nothing was installed in %s: %s".formatted(folder, failure.getMessage()), failure);
        }
    }

    private static void train(Installation installation, PrintWriter out) {
        out.println("The files are there; the ahead-of-time cache is being made");
        out.flush();
        try {
            AotCache.train(installation, TrainAotCache.NAME);
        } catch (IOException failure) {
            out.printf(
                    "There is no ahead-of-time cache, so starts take longer: the training run failed (%s)%n",
                    failure.getMessage());
        }
    }
}
