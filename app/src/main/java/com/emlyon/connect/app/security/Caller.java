package com.emlyon.connect.app.security;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.core.annotation.CurrentSecurityContext;

/** Marks a parameter of a controller method that gets the {@link Session} of the caller. */
@Documented
// OpenAPI describes the token instead, from which the session follows.
@Parameter(hidden = true)
@CurrentSecurityContext(expression = "authentication.credentials")
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Caller {}
