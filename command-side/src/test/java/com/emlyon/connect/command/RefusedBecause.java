package com.emlyon.connect.command;

import com.emlyon.platform.eventstore.refusal.Refusal;
import com.emlyon.platform.eventstore.refusal.Refused;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;

/** Recognises a refusal by its reason, value by value. */
public final class RefusedBecause extends FeatureMatcher<Refused, Refusal> {

    private RefusedBecause(Refusal refusal) {
        super(Matchers.equalTo(refusal), "refused because of", "refusal");
    }

    /** Expects exactly this reason. */
    public static Matcher<Refused> refusedBecause(Refusal refusal) {
        return new RefusedBecause(refusal);
    }

    @Override
    protected Refusal featureValueOf(Refused refused) {
        return refused.refusal();
    }
}
