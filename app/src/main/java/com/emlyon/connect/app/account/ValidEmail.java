package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.EmailSpellings;
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

/** Accepts an email address that {@link EmailAddress} can parse. A missing address is not valid. */
@Documented
@Schema(format = "idn-email", example = "pia@emlyon.com")
@Constraint(validatedBy = ValidEmail.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface ValidEmail {

    /**
     * Whether addresses are also accepted that only older accounts have, from a time when fewer addresses were refused.
     */
    boolean orFormer() default false;

    String message() default "{email.invalid}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Parses the address. */
    final class Check implements ConstraintValidator<ValidEmail, String> {

        private boolean orFormer;

        @Override
        public void initialize(ValidEmail constraint) {
            orFormer = constraint.orFormer();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text != null
                    && (EmailAddress.parse(text).isPresent()
                            || (orFormer && EmailSpellings.typed(text).isPresent()));
        }
    }
}
