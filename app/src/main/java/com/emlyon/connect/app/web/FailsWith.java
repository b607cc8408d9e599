package com.emlyon.connect.app.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/**
 * Declares a failure of a route, or of every route of a controller, in addition to the failures that all routes have in
 * common.
 */
@Documented
@Repeatable(FailsWith.Ways.class)
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FailsWith {

    /** The status of the answer. */
    HttpStatus status();

    /** The message key of its text. */
    String text();

    /** Examples of the parts inserted into the text. */
    String[] parts() default {};

    /** The container for several failures. */
    @Documented
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Ways {

        /** The failures. */
        FailsWith[] value();
    }
}
