package com.emlyon.connect.app.throttle;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the rate limit category of a route that changes something, if it is not {@link RateLimitCategory#WRITE}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CountsAs {

    /** The category of the requests to the route. */
    RateLimitCategory value();
}
