package com.emlyon.connect.app.cli;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.app.commands.CommandDispatcher;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code forget}: deletes accounts in the same way as their holders can. */
@Command(
        name = "forget",
        description =
                "Delete accounts and all that was said about them, as their holders could: those that were deleted after"
                        + " the backup that you have restored, by their ids in the log.",
        mixinStandardHelpOptions = true)
final class Forget implements Runnable {

    @Mixin
    private final HeadlessContext headless;

    @Parameters(paramLabel = "ACCOUNT", arity = "1..*", description = "The id of an account.")
    private List<String> accounts = List.of();

    Forget(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public void run() {
        try (var service = headless.sending()) {
            CommandDispatcher commandDispatcher = service.getBean(CommandDispatcher.class);
            Clock clock = service.getBean(Clock.class);
            List<String> unknown = accounts.stream()
                    .filter(account -> !isForgotten(new AccountId(account), commandDispatcher, clock))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new CommandFailed("There is no account " + String.join(", ", unknown));
            }
        }
    }

    private boolean isForgotten(AccountId account, CommandDispatcher commandDispatcher, Clock clock) {
        try {
            commandDispatcher.sendForOperator(new DeleteAccount(account, clock.instant()));
            headless.out().printf("%s is forgotten%n", account.value());
            return true;
        } catch (Refused unknown) {
            return false;
        }
    }
}
