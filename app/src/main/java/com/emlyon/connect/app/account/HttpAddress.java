package com.emlyon.connect.app.account;

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
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Accepts an http or https address with a host, or an empty text; rejects scripts, files, and paths of this service.
 */
@Documented
@Schema(
        pattern = "^$|^[hH][tT][tT][pP][sS]?://",
        maxLength = HttpAddress.MOST_CHARACTERS,
        example = "https://example.org/pia.png")
@Constraint(validatedBy = HttpAddress.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface HttpAddress {

    /** The length of the longest address that is accepted. */
    int MOST_CHARACTERS = 2_048;

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Parses the address. */
    final class Check implements ConstraintValidator<HttpAddress, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.isEmpty() || (text.length() <= MOST_CHARACTERS && isHttp(text));
        }

        private static boolean isHttp(String text) {
            try {
                URI address = new URI(text);
                return address.getHost() != null
                        && ("http".equalsIgnoreCase(address.getScheme())
                                || "https".equalsIgnoreCase(address.getScheme()));
            } catch (URISyntaxException notAnAddress) {
                return false;
            }
        }
    }
}
