package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.audit.ChainCheck;
import com.emlyon.connect.app.audit.ChainEnd;
import com.emlyon.connect.app.audit.Finding;
import com.emlyon.connect.app.audit.Finding.Broken;
import com.emlyon.connect.app.audit.Finding.Whole;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code audit}: finds changed or missing entries of the audit trail; a service may be running meanwhile. */
@Command(
        name = "audit",
        description =
                "Compute the chain of the audit trail anew, and name the first entry that was changed or is missing.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:All entries are there, as they were entered.",
            "1:They are not.",
            "2:The command line is wrong.",
            "3:It could not be found out."
        })
final class CheckAudit implements Callable<Integer> {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int UNKNOWN = 3;

    @Mixin
    private final HeadlessContext headless;

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Option(
            names = "--known",
            paramLabel = "NUMBER:HASH",
            description = "An entry that was written down elsewhere, or the last one that was archived.")
    private @Nullable String known;

    CheckAudit(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public Integer call() {
        try (var context = headless.looking(Part.FACTS, Part.AUDIT)) {
            ChainCheck chain = context.getBean(ChainCheck.class);
            return say(known == null ? chain.check() : chain.check(parsed(known)));
        } catch (ParameterException misuse) {
            throw misuse;
        } catch (RuntimeException failure) {
            headless.commandLine().getErr().println("It could not be found out: " + Failed.reason(failure));
            return UNKNOWN;
        }
    }

    private ChainEnd parsed(String written) {
        return ChainEnd.parse(written)
                .orElseThrow(() -> new ParameterException(
                        headless.commandLine(), "%s is no number and hash, as in 17:0f4a…".formatted(written)));
    }

    private int say(Finding finding) {
        if (json.isWanted()) {
            json.print(headless.out(), document(finding));
            return finding instanceof Whole ? WHOLE : BROKEN;
        }
        return switch (finding) {
            case Whole whole -> {
                headless.out()
                        .println(
                                whole.last().number() == 0
                                        ? "Nothing was entered yet"
                                        : "Entries %d to %d are as they were entered; the last one is %s"
                                                .formatted(
                                                        whole.first(),
                                                        whole.last().number(),
                                                        whole.last()));
                yield WHOLE;
            }
            case Broken broken -> {
                headless.out()
                        .println("BROKEN: entry %d %s"
                                .formatted(
                                        broken.number(),
                                        switch (broken.fault()) {
                                            case CHANGED -> "was changed";
                                            case MISSING -> "is missing";
                                            case NOT_AS_KNOWN -> "is not the one that is known";
                                        }));
                yield BROKEN;
            }
        };
    }

    private static Object document(Finding finding) {
        return switch (finding) {
            case Whole whole ->
                new WholeTrail(
                        true, whole.first(), whole.last().number(), whole.last().toString());
            case Broken broken -> new BrokenTrail(false, broken.number(), broken.fault());
        };
    }

    private record WholeTrail(boolean whole, long first, long last, String known) {}

    private record BrokenTrail(boolean whole, long entry, Finding.Fault fault) {}
}
