package com.emlyon.connect.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredTypes;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The query of the export asks for every type of fact that is about somebody, and an index finds those that name a student. */
class ExportedFactsAreFoundTest {

    private final TestNode node = TestNode.shared();
    private final StoredStreams history = node.bean(StoredStreams.class);

    @Test
    void everyTypeOfFactHasOneRecipient() {
        Set<String> exported = Arrays.stream(Recipient.values())
                .flatMap(recipient -> history.namesOf(recipient).stream())
                .collect(Collectors.toSet());

        assertThat(exported).isEqualTo(node.bean(StoredTypes.class).namesOf(Set.of(Fact.class)));
    }

    @Test
    void theIndexKnowsEveryTypeThatNamesAStudent() {
        String index = node.bean(JdbcClient.class)
                .sql("SELECT indexdef FROM pg_indexes WHERE schemaname = 'store' AND indexname = 'fact_by_student'")
                .query(String.class)
                .single();

        assertThat(history.namesOf(Recipient.NAMED_STUDENT))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(index).withFailMessage("""
                                The index store.fact_by_student does not know facts of type %s, so an export would read all of history.
                                Write a migration that makes the index anew with this type in its WHERE clause (see
                                V11__facts_by_student.sql).""", type).contains("'" + type + "'"));
    }
}
