package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.settings.OperatorEnvironment;
import com.emlyon.platform.eventstore.notification.Nodes;
import com.emlyon.platform.eventstore.personal.MasterKeyRotation;
import com.emlyon.platform.eventstore.personal.MasterKeys;
import com.emlyon.platform.postgres.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rotate-key}: wraps the keys in the database with another master key. */
@Command(
        name = "rotate-key",
        description = {
            "Wrap all keys in the database anew; no fact is touched.",
            "With MASTER_KEY set: with that one; what wrapped them so far is in MASTER_KEYS_ACCEPTED, and every running node"
                    + " accepts the new one already.",
            "Without it: with a new one, which takes the place of the one kept in DATA_DIR; no service may run."
        },
        mixinStandardHelpOptions = true)
final class RotateKey implements Runnable {

    private static final String KEPT = "master-key";
    private static final String NEXT = "master-key.next";

    @Mixin
    private final HeadlessContext headless;

    RotateKey(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public void run() {
        ConfigurableEnvironment environment =
                OperatorEnvironment.of(headless.commandLine().getUnmatchedArguments());
        String given = environment.getProperty("MASTER_KEY", "");
        if (given.isBlank()) {
            replaceKept(Path.of(environment.getRequiredProperty("connect.data")));
        } else {
            try (var context = headless.looking(Part.FACTS)) {
                wrap(context);
            }
            said(given);
        }
    }

    /**
     * Writes the new key to the disk before anything is wrapped with it, and uses that key again after an interruption.
     */
    private void replaceKept(Path data) {
        Path next = data.resolve(NEXT);
        Path kept = data.resolve(KEPT);
        try {
            if (!Files.exists(next)) {
                PrivateFile.write(next, PrivateFile.newSecret());
            }
            String secret = PrivateFile.read(next);
            List<String> keys = List.of(
                    "--MASTER_KEY=" + secret, "--connect.master.accepted[0]=" + literally(PrivateFile.read(kept)));
            try (var context = headless.looking(keys, Part.FACTS)) {
                if (context.getBean(Nodes.class).areAny()) {
                    throw new CommandFailed(
                            "A service is running and would not know the new master key; stop it first");
                }
                wrap(context);
            }
            Files.move(next, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            said(secret);
        } catch (IOException failure) {
            throw new CommandFailed("The master key in %s was not replaced: %s".formatted(data, failure), failure);
        }
    }

    /**
     * Escapes the beginning of a placeholder, which Spring would resolve. The secret is passed as a property because,
     * unlike a variable, it may contain commas.
     */
    private static String literally(String secret) {
        return secret.replace("${", "\\${");
    }

    /** Does what a node does when it starts with another master key. */
    private static void wrap(ApplicationContext context) {
        context.getBean(MasterKeyRotation.class);
    }

    private void said(String secret) {
        headless.out().printf("All keys are wrapped by the master key %s%n", MasterKeys.nameOf(secret));
    }
}
