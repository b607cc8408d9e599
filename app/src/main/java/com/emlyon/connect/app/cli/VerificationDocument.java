package com.emlyon.connect.app.cli;

import com.emlyon.platform.projections.verify.Finding;
import com.emlyon.platform.projections.verify.Finding.Compared;
import com.emlyon.platform.projections.verify.Finding.NoTables;
import com.emlyon.platform.projections.verify.Finding.OtherCode;
import java.util.List;
import java.util.Map;

/**
 * The result of verifying one projection, for programs.
 *
 * @param result {@code EQUAL}, {@code DIFFERENT}, {@code NO_TABLES} or {@code OTHER_VERSION}
 * @param position the position up to which history was compared; 0 when nothing was compared
 * @param parked the positions of facts that were left out because they are parked
 * @param differences the number of differences of each table that has any
 */
record VerificationDocument(
        String projection,
        String result,
        long position,
        long facts,
        long rows,
        List<Long> parked,
        Map<String, Long> differences) {

    static VerificationDocument of(String projection, Finding finding, Map<String, Long> differences) {
        return switch (finding) {
            case NoTables none -> nothingCompared(projection, "NO_TABLES");
            case OtherCode other -> nothingCompared(projection, "OTHER_VERSION");
            case Compared compared ->
                new VerificationDocument(
                        projection,
                        compared.differences() == 0 ? "EQUAL" : "DIFFERENT",
                        compared.generation().position(),
                        compared.facts(),
                        compared.rows(),
                        List.copyOf(compared.parked()),
                        differences);
        };
    }

    private static VerificationDocument nothingCompared(String projection, String result) {
        return new VerificationDocument(projection, result, 0, 0, 0, List.of(), Map.of());
    }
}
