package com.emlyon.connect.app.throttle;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a route that changes something as what it counts, if not as a {@link RateLimitCategory#WRITE}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CountsAs {

    /** What it counts as. */
    RateLimitCategory value();
}
