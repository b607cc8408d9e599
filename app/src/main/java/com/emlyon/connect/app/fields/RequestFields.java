package com.emlyon.connect.app.fields;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds the fields of the request's body to a record parameter, and validates it: each component is a field of its
 * name, and its constraints name the text for a value that is missing, of the wrong type, or otherwise not right.
 */
@Documented
// Documented as the body that it comes from.
@Parameter(hidden = true)
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequestFields {}
