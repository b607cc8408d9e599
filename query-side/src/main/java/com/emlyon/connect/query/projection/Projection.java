package com.emlyon.connect.query.projection;

import com.emlyon.connect.api.fact.Fact;
import com.emlyon.connect.query.sql.SqlFile;
import com.emlyon.connect.query.table.Rows;
import com.emlyon.connect.query.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What history means today for one subject. A projection is a function of the facts, in their order, and of nothing else: it
 * reads no clock, no table and no other service, so the same history always leads to the same rows.
 */
public interface Projection {

    /** How operators know it, and the feed; never changes. */
    String name();

    /**
     * Grows by one whenever the tables or the meaning of a fact for them change. Tables of a lower version are built again
     * from history, beside those that serve.
     */
    int version();

    /** What it writes. A column that changes its type takes a new name. */
    List<Table> tables();

    /** Makes its tables, with their keys, in the schema that stands for {@code {schema}}. */
    SqlFile tableDefinitions();

    /** Makes what only readers need, unless it is there; done last when tables are built from history. Empty for nothing. */
    Optional<SqlFile> indexDefinitions();

    /** The facts that concern it: records, or sealed interfaces that stand for all their records. */
    Set<Class<? extends Fact>> facts();

    /** Applies the fact at a position of history. */
    void apply(Fact fact, long position, Rows rows);
}
