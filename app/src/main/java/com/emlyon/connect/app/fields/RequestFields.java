package com.emlyon.connect.app.fields;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds the fields of the request's body to a record parameter, and validates it: each component takes the field of its
 * name, and its constraints name the text that is sent when the value is missing, of the wrong type, or otherwise not
 * valid.
 */
@Documented
// Hidden as a parameter, because it is documented as the body of the request.
@Parameter(hidden = true)
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequestFields {}
