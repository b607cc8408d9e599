package com.emlyon.connect.app.fields;

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

/** At most so many characters, counted as Unicode code points: what a person would count, unlike {@code @Size}. */
@Documented
@Constraint(validatedBy = Characters.Counting.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Characters {

    /** The most that are taken. */
    int max();

    /** The key of the text. */
    String message();

    /** Unused, as Bean Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused, as Bean Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    final class Counting implements ConstraintValidator<Characters, String> {

        private int max;

        @Override
        public void initialize(Characters constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.codePointCount(0, text.length()) <= max;
        }
    }
}
