package com.emlyon.connect.app.cli;

import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.verify.Finding;
import com.emlyon.platform.projections.verify.Verification;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code verify}: compares views with history; a service may be running meanwhile. */
@Command(
        name = "verify",
        description = "Fold all of history in memory and compare it with the tables that serve. Changes no view.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:The views say what history says.",
            "1:A view differs, or cannot be judged by this version.",
            "2:The command line is wrong.",
            "3:It could not be found out."
        })
final class Verify implements Callable<Integer> {

    private static final int EQUAL = 0;
    private static final int DIFFERENT = 1;
    private static final int UNKNOWN = 3;

    @Mixin
    private final HeadlessContext headless;

    @Parameters(
            arity = "0..*",
            paramLabel = "names",
            description = "The projections, all unless given: accounts, check-ins, events.")
    private final List<String> names = new ArrayList<>();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Option(names = "--values", description = "Show the values that differ. They are what students have written.")
    private boolean values;

    Verify(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public Integer call() {
        try (var context = headless.looking(Part.FACTS, Part.PROJECTIONS)) {
            Verification verification =
                    new Verification(context.getBean(History.class), context.getBean(ViewDatabase.class));
            boolean equal = true;
            List<VerificationDocument> documents = new ArrayList<>();
            for (Projection projection : wanted(context)) {
                equal &= json.isWanted()
                        ? documented(projection, verification, documents)
                        : verify(projection, verification);
            }
            if (json.isWanted()) {
                json.print(headless.out(), documents);
            }
            return equal ? EQUAL : DIFFERENT;
        } catch (ParameterException misuse) {
            throw misuse;
        } catch (RuntimeException | OutOfMemoryError failure) {
            headless.commandLine().getErr().println("It could not be found out: " + Failed.reason(failure));
            return UNKNOWN;
        }
    }

    private List<Projection> wanted(ApplicationContext context) {
        List<Projection> all = context.getBeansOfType(Projection.class).values().stream()
                .sorted(Comparator.comparing(Projection::name))
                .toList();
        List<String> known = all.stream().map(Projection::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        headless.commandLine(),
                        "There is no projection %s, but %s".formatted(name, String.join(", ", known)));
            }
        }
        return all.stream()
                .filter(projection -> names.isEmpty() || names.contains(projection.name()))
                .toList();
    }

    private static boolean documented(
            Projection projection, Verification verification, List<VerificationDocument> documents) {
        CountedDifferences differences = new CountedDifferences();
        Finding finding = verification.verify(projection, differences);
        documents.add(VerificationDocument.of(projection.name(), finding, differences.byTable()));
        return finding.isEqual();
    }

    private boolean verify(Projection projection, Verification verification) {
        PrintWriter out = headless.out();
        VerificationLines lines = new VerificationLines(projection.name(), values, out);
        Finding finding = verification.verify(projection, lines);
        lines.end(finding);
        out.flush();
        return finding.isEqual();
    }
}
