package com.emlyon.connect.api.fact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares whose personal data a fact contains. The export of an account selects its facts by this. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ExportedTo {

    /** The student whose export contains the fact. */
    Recipient value();
}
