package com.emlyon.connect.app.cli;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.security.Sessions;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sessions}: the commands with which operators work on the sessions of accounts. */
@Command(name = "sessions", description = "Work with the sessions of an account.", mixinStandardHelpOptions = true)
final class SessionCommands implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    static CommandLine over(Supplier<SpringApplicationBuilder> application) {
        return new CommandLine(new SessionCommands()).addSubcommand(new End(application));
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Say what to do with the sessions: end");
    }

    /** {@code sessions end}: ends all sessions of an account, as its holder could. */
    @Command(
            name = "end",
            description = "End all sessions of an account, on all nodes, with their open sockets.",
            mixinStandardHelpOptions = true)
    static final class End implements Runnable {

        @Mixin
        private final HeadlessContext headless;

        @Mixin
        private final JsonOutput json = new JsonOutput();

        @Parameters(paramLabel = "ACCOUNT", description = "The id of the account.")
        private String account = "";

        End(Supplier<SpringApplicationBuilder> application) {
            this.headless = new HeadlessContext(application);
        }

        @Override
        public void run() {
            try (var context = headless.looking(Part.FACTS, Part.SESSIONS, Part.AUDIT)) {
                if (!exists(context.getBean(JdbcClient.class))) {
                    throw new CommandFailed("There is no account " + account);
                }
                AccountId id = new AccountId(account);
                Sessions sessions = context.getBean(Sessions.class);
                int open = sessions.of(id).size();
                sessions.endAll(id);
                context.getBean(AuditTrail.class)
                        .note(Note.of(Kind.LOGGED_OUT_EVERYWHERE).byOperator().about(id));
                if (json.isWanted()) {
                    json.print(headless.out(), new Ended(account, open));
                } else {
                    headless.out().printf("%d sessions of %s are ended%n", open, account);
                }
            }
        }

        private boolean exists(JdbcClient database) {
            return database.sql("SELECT EXISTS (SELECT FROM store.credential WHERE account = ?)")
                    .param(account)
                    .query(Boolean.class)
                    .single();
        }

        private record Ended(String account, int sessions) {}
    }
}
