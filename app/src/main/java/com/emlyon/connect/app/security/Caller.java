package com.emlyon.connect.app.security;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.core.annotation.CurrentSecurityContext;

/** Marks the parameter of a route that is given the {@link Session} in which the caller asks. */
@Documented
// Documented as the token that it comes from.
@Parameter(hidden = true)
@CurrentSecurityContext(expression = "authentication.credentials")
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Caller {}
