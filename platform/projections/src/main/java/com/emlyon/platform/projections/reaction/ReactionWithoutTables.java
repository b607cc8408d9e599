package com.emlyon.platform.projections.reaction;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Rows;
import com.emlyon.platform.projections.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A reaction as the projection that the processor of projections can run: it has no tables. */
public record ReactionWithoutTables(Reaction reaction) implements Projection {

    @Override
    public String name() {
        return reaction.name();
    }

    /** Always 1: a reaction is not rebuilt, because what it has done stays done. */
    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table> tables() {
        return List.of();
    }

    @Override
    public SqlFile tableDefinitions() {
        throw new IllegalStateException("%s has no tables".formatted(name()));
    }

    @Override
    public Optional<SqlFile> indexDefinitions() {
        return Optional.empty();
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return reaction.facts();
    }

    @Override
    public void apply(Fact fact, long position, Rows rows) {
        reaction.react(fact, position);
    }
}
