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
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** At most so many bytes in UTF-8. */
@Documented
@Constraint(validatedBy = Bytes.Counting.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Bytes {

    /** The most that are taken. */
    int max();

    /** The key of the text. */
    String message();

    /** Unused, as Bean Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused, as Bean Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    final class Counting implements ConstraintValidator<Bytes, String> {

        private int max;

        @Override
        public void initialize(Bytes constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.getBytes(StandardCharsets.UTF_8).length <= max;
        }
    }
}
