package com.emlyon.platform.eventstore.fact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which a fact, or the snapshot of an aggregate, is stored. Classes may be renamed and
 * moved; this name never changes.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredAs {

    /** The name in the store, unique among all facts and snapshots. */
    String value();

    /**
     * The revision of the stored form, beginning with 1; it grows by one whenever the form changes. For each revision
     * of a fact but the first, a step converts the one before.
     */
    String revision() default "1";
}
