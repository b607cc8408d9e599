package com.emlyon.connect.app.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** Says how a route, or every route of a controller, may fail beside what all routes have in common. */
@Documented
@Repeatable(FailsWith.Ways.class)
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FailsWith {

    /** The status of the answer. */
    HttpStatus status();

    /** The key of its text. */
    String text();

    /** What stands in the text, for example. */
    String[] parts() default {};

    /** Several of them. */
    @Documented
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Ways {

        /** Each of them. */
        FailsWith[] value();
    }
}
