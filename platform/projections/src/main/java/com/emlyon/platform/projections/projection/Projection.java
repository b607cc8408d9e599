package com.emlyon.platform.projections.projection;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.table.Rows;
import com.emlyon.platform.projections.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns facts into the rows of the tables of one subject. A projection is a function of the facts, in their order, and
 * of nothing else: it reads no clock, no table and no other service, so the same history always leads to the same rows.
 */
public interface Projection {

    /** The name that operators and the feed use; it never changes. */
    String name();

    /**
     * Grows by one whenever the tables or the meaning of a fact for them change. Tables of a lower version are built again
     * from history, beside those that serve.
     */
    int version();

    /** The tables that it writes. A column whose type changes takes a new name. */
    List<Table> tables();

    /** Creates its tables, with their keys, in the schema that replaces {@code {schema}}. */
    SqlFile tableDefinitions();

    /**
     * Creates the indexes that only readers need, unless they exist; a rebuild runs it after all facts are applied.
     * Empty when there are none.
     */
    Optional<SqlFile> indexDefinitions();

    /** The types of the facts that concern it: records, or sealed interfaces for all their records. */
    Set<Class<? extends Fact>> facts();

    /** Applies the fact at a position of history. */
    void apply(Fact fact, long position, Rows rows);
}
