package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.startup.ConfigurationCheck;
import com.emlyon.connect.app.startup.ConfigurationCheck.CheckedPart;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code check}: prints every problem that would prevent the service from starting, without starting it. */
@Command(
        name = "check",
        description = {
            "Check the configuration without starting: settings, ports, folders, database, tables, keys.",
            "Prints all problems at once, and changes nothing."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:The service would start.", "1:It would not.", "2:The command line is wrong."})
final class CheckConfiguration implements Callable<Integer> {

    private static final Pattern VARIABLE = Pattern.compile("[A-Z]+(?:_[A-Z]+)+|PORT");

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public Integer call() {
        QuietLog.begin();
        PrintWriter out = command.commandLine().getOut();
        List<CheckedPart> parts = ConfigurationCheck.of(command.commandLine().getUnmatchedArguments());
        boolean good = parts.stream().allMatch(part -> part.problems().isEmpty());
        if (json.isWanted()) {
            json.print(out, Document.of(good, parts));
        } else {
            parts.forEach(part -> print(out, part));
            out.flush();
        }
        return good ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(PrintWriter out, CheckedPart part) {
        if (part.problems().isEmpty()) {
            out.printf("ok       %s%n", part.name());
        }
        part.problems().forEach(problem -> out.printf("PROBLEM  %s: %s%n", part.name(), problem));
    }

    private record Document(boolean ok, List<String> checked, List<Problem> problems) {

        static Document of(boolean ok, List<CheckedPart> parts) {
            return new Document(
                    ok,
                    parts.stream().map(CheckedPart::name).toList(),
                    parts.stream()
                            .flatMap(part -> part.problems().stream().map(text -> Problem.of(part.name(), text)))
                            .toList());
        }
    }

    private record Problem(String part, @Nullable String variable, String text) {

        static Problem of(String part, String text) {
            Matcher variable = VARIABLE.matcher(text);
            return new Problem(part, variable.find() ? variable.group() : null, text);
        }
    }
}
