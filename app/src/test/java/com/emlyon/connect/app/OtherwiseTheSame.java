package com.emlyon.connect.app;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A projection that differs from another one only in what it does when it applies a fact. */
public interface OtherwiseTheSame extends Projection {

    /** The other one. */
    Projection original();

    @Override
    default String name() {
        return original().name();
    }

    @Override
    default int version() {
        return original().version();
    }

    @Override
    default List<Table> tables() {
        return original().tables();
    }

    @Override
    default SqlFile tableDefinitions() {
        return original().tableDefinitions();
    }

    @Override
    default Optional<SqlFile> indexDefinitions() {
        return original().indexDefinitions();
    }

    @Override
    default Set<Class<? extends Fact>> facts() {
        return original().facts();
    }
}
