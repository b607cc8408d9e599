package com.emlyon.connect.promise;

import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.app.OtherwiseTheSame;
import com.emlyon.connect.app.Poison;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Rows;

/** A projection as code has it that fails at one place. */
record ConfusedProjection(Projection original) implements OtherwiseTheSame {

    @Override
    public void apply(Fact fact, long position, Rows rows) {
        if (fact instanceof CheckedIn in && in.whereabouts().asEncrypted().contains(Poison.PLACE)) {
            throw new IllegalStateException("What is this: " + in.whereabouts().asEncrypted());
        }
        original.apply(fact, position, rows);
    }
}
