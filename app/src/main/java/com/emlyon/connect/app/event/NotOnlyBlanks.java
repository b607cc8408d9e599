package com.emlyon.connect.app.event;

import com.emlyon.connect.app.web.Blanks;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Something between the blanks, or nothing at all. */
@Documented
@Constraint(validatedBy = NotOnlyBlanks.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface NotOnlyBlanks {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Trims. */
    final class Check implements ConstraintValidator<NotOnlyBlanks, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.isEmpty() || !Blanks.trim(text).isEmpty();
        }
    }
}
