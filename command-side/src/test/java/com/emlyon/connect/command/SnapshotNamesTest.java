package com.emlyon.connect.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.eventstore.fact.StoredAs;
import java.util.List;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;

/** Snapshots, and the streams of facts, are read by these names: an aggregate may be renamed, its stored name never. */
class SnapshotNamesTest {

    @Test
    void everyAggregateIsStoredUnderTheNameItHasAlwaysHad() {
        // given
        List<Class<?>> aggregates = ReflectionSupport.findAllClassesInPackage(
                "com.emlyon.connect.command", type -> type.isAnnotationPresent(Aggregate.class), name -> true);

        // then
        assertThat(aggregates)
                .allMatch(aggregate -> aggregate.isAnnotationPresent(StoredAs.class))
                .extracting(aggregate -> aggregate.getAnnotation(StoredAs.class).value())
                .containsExactlyInAnyOrder("Account", "EmailClaim", "Presence", "CampusEvent");
    }
}
