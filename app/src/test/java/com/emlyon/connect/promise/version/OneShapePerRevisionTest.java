package com.emlyon.connect.promise.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored under a revision has one shape for ever. A changed record under the old revision would be written, and could
 * not be told from what lies in the store already; a changed aggregate would take old snapshots for its own.
 */
class OneShapePerRevisionTest {

    private static final Pattern COMPONENT = Pattern.compile("(?m)^(\\w+): ");

    private static final String WHAT_TO_DO_FOR_A_FACT = """

            %1$s does not have the shape that %2$s/%1$s.txt says.
            Facts of this shape lie in databases, and will for ever. If you have changed the record on purpose:
              1. leave the files of %1$s as they are, and raise the revision in @StoredAs;
              2. write a step from the old revision to the new one, in com.emlyon.connect.app.version;
              3. say in OldFacts what the old facts mean now, and what one of the new revision looks like;
              4. run the tests of this package: they leave the missing files in app/target/facts and app/target/shapes;
                 look at them, and copy them here.
            Only when no fact of this revision was ever stored but on your own machine may its files be replaced instead.
            docs/adr/0008-versions-of-facts.md says why.
            """;

    private static final String WHAT_TO_DO_FOR_A_SNAPSHOT = """

            The fields of %1$s are not what %2$s/%1$s.txt says.
            Snapshots of this shape lie in databases. Raise the revision in @StoredAs of the aggregate: snapshots of the
            old one are then passed over, and made anew from the facts. There is nothing to convert. Then run this test
            again: it leaves the new file in app/target/shapes; copy it to %2$s.
            """;

    @ParameterizedTest
    @MethodSource("com.emlyon.connect.promise.version.Stored#all")
    void aChangedShapeIsANewRevision(Stored stored) {
        // when
        String shape = Shape.of(stored.type());

        // then
        Kept.SHAPES.propose(stored.currentName(), shape);
        assertThat(Kept.SHAPES.text(stored.currentName()))
                .as(
                        stored.isFact() ? WHAT_TO_DO_FOR_A_FACT : WHAT_TO_DO_FOR_A_SNAPSHOT,
                        stored.currentName(),
                        Kept.SHAPES.home())
                .hasValue(shape);
    }

    @Test
    void theShapeOfEveryRevisionIsKept() {
        assertThat(Kept.SHAPES.names())
                .as("the files in " + Kept.SHAPES.home())
                .containsExactlyInAnyOrderElementsOf(Stored.all().stream()
                        .flatMap(stored -> stored.namesOfAllRevisions().stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void theShapeOfARevisionIsThatOfItsFacts(String revision) {
        assertThat(JsonMapper.shared()
                        .readTree(Kept.FACTS.text(revision).orElseThrow())
                        .propertyNames())
                .containsExactlyInAnyOrderElementsOf(COMPONENT
                        .matcher(Kept.SHAPES.text(revision).orElseThrow())
                        .results()
                        .map(component -> component.group(1))
                        .toList());
    }

    static List<String> facts() {
        return Kept.FACTS.names();
    }
}
