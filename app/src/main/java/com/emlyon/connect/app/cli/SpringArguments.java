package com.emlyon.connect.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Passes Spring Boot's arguments on, such as {@code --server.port=4000} and {@code --PORT=4000}, and refuses every
 * other argument that no command or option matches, so that a mistyped command does not start the service.
 */
final class SpringArguments implements IExecutionStrategy {

    /** A property has a dot in its name, a variable is written in capitals. */
    private static final Pattern PROPERTY = Pattern.compile("--([^=]*\\.[^=]*|[A-Z][A-Z0-9_]*)(=.*)?", Pattern.DOTALL);

    private static final Set<String> FLAGS = Set.of("--debug", "--trace", "--debug=true", "--trace=true");

    private final IExecutionStrategy next;

    SpringArguments(IExecutionStrategy next) {
        this.next = next;
    }

    static boolean isOne(String argument) {
        return FLAGS.contains(argument) || PROPERTY.matcher(argument).matches();
    }

    @Override
    public int execute(ParseResult parsed) throws ExecutionException {
        for (CommandLine command : parsed.asCommandLineList()) {
            List<String> mistakes = new ArrayList<>(command.getUnmatchedArguments());
            mistakes.removeIf(SpringArguments::isOne);
            if (!mistakes.isEmpty()) {
                throw new UnmatchedArgumentException(command, mistakes);
            }
        }
        return next.execute(parsed);
    }
}
