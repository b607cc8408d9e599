package com.emlyon.connect.app.cli;

import static java.util.stream.Collectors.joining;

import com.emlyon.platform.projections.table.Column;
import com.emlyon.platform.projections.verify.Difference;
import com.emlyon.platform.projections.verify.Difference.MissingRow;
import com.emlyon.platform.projections.verify.Difference.OtherValue;
import com.emlyon.platform.projections.verify.Difference.SurplusRow;
import com.emlyon.platform.projections.verify.Finding;
import com.emlyon.platform.projections.verify.Finding.Compared;
import com.emlyon.platform.projections.verify.Finding.NoTables;
import com.emlyon.platform.projections.verify.Finding.OtherCode;
import com.emlyon.platform.projections.verify.Observer;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prints what an operator reads while a projection is verified: plain lines that begin with the name of the projection.
 */
final class VerificationLines implements Observer {

    private final String projection;
    private final boolean values;
    private final PrintWriter out;

    /** Prints the values that differ only if asked to, because students have written them. */
    VerificationLines(String projection, boolean values, PrintWriter out) {
        this.projection = projection;
        this.values = values;
        this.out = out;
    }

    @Override
    public void folded(long facts, long position, long goal) {
        say("%d facts folded, position %d of %d".formatted(facts, position, goal));
        out.flush();
    }

    @Override
    public void differs(Difference difference) {
        say(
                switch (difference) {
                    case MissingRow missing -> "%s: is missing in the table".formatted(row(missing));
                    case SurplusRow surplus -> "%s: is in the table, but not in history".formatted(row(surplus));
                    case OtherValue other ->
                        "%s: %s differs%s".formatted(row(other), other.column().name(), valuesOf(other));
                });
    }

    private static String row(Difference difference) {
        List<Column> columns = difference.table().key();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "%s=%s"
                        .formatted(columns.get(i).name(), difference.key().get(i)))
                .collect(joining(" ", difference.table().name() + " ", ""));
    }

    private String valuesOf(OtherValue other) {
        return values ? ", in the table: %s, from history: %s".formatted(other.inTable(), other.fromHistory()) : "";
    }

    void end(Finding finding) {
        switch (finding) {
            case NoTables none -> say("has no tables yet");
            case OtherCode other ->
                say("cannot be judged: its tables are of version %d of the code, which is not the version of this one"
                        .formatted(other.generation().version()));
            case Compared compared -> {
                compared.parked()
                        .forEach(position -> say("the fact at position %d is parked, so the tables lack what it says"
                                .formatted(position)));
                say("%s; %d rows at position %d, %d facts"
                        .formatted(
                                result(compared),
                                compared.rows(),
                                compared.generation().position(),
                                compared.facts()));
            }
        }
    }

    private static String result(Compared compared) {
        String differences =
                compared.differences() == 0 ? "equal" : "DIFFERENT in %d places".formatted(compared.differences());
        return compared.parked().isEmpty()
                ? differences
                : "%s, apart from %d parked facts"
                        .formatted(differences, compared.parked().size());
    }

    private void say(String line) {
        out.println(projection + ": " + line);
    }
}
