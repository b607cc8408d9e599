package com.emlyon.connect.app.event;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Accepts a date that {@link EventDate} can parse, or none. */
@Documented
@Schema(
        pattern = "^\\d{4}(-\\d{2}(-\\d{2})?([T ]\\d{2}:\\d{2}(:\\d{2}([.]\\d+)?)?([zZ]|[+-]\\d{2}:?\\d{2})?)?)?$",
        description = "A day that exists, in a form of ISO 8601; without an offset in the zone of the server.",
        example = "2031-05-01T18:30:00.000Z")
@Constraint(validatedBy = ValidDate.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface ValidDate {

    String message() default "{date.invalid}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Parses the date. */
    final class Check implements ConstraintValidator<ValidDate, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || EventDate.parse(text, ZoneId.systemDefault()).isPresent();
        }
    }
}
