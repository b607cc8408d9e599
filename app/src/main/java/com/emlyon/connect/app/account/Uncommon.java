package com.emlyon.connect.app.account;

import com.emlyon.connect.app.security.CommonPasswords;
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
import org.jspecify.annotations.Nullable;

/** Rejects the {@link CommonPasswords}. */
@Documented
@Schema(description = "None of the most common passwords.")
@Constraint(validatedBy = Uncommon.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface Uncommon {

    String message() default "{password.common}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the password up. */
    final class Check implements ConstraintValidator<Uncommon, String> {

        private final CommonPasswords common;

        Check(CommonPasswords common) {
            this.common = common;
        }

        @Override
        public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
            return password == null || !common.contain(password);
        }
    }
}
