package com.emlyon.connect.app.documentation;

import com.emlyon.connect.api.text.InvisibleCharacters;
import com.emlyon.connect.app.fields.Bytes;
import com.emlyon.connect.app.fields.Characters;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Translates the constraints of a field into its schema; those of this project carry a {@code @Schema} that describes
 * them.
 */
final class ConstraintSchemas {

    /**
     * Invisible characters do not count; a pattern sees characters beyond the first plane as halves, so it names none
     * of them.
     */
    static final String SOMETHING_VISIBLE = StreamSupport.stream(
                    InvisibleCharacters.SET.ranges().spliterator(), false)
            .filter(range -> range.codepointEnd <= Character.MAX_VALUE)
            .map(range -> "\\u%04X-\\u%04X".formatted(range.codepoint, range.codepointEnd))
            .collect(Collectors.joining("", "[^", "]"));

    private ConstraintSchemas() {}

    static void describe(Schema<?> schema, Annotation annotation) {
        switch (annotation) {
            case NotBlank notBlank -> schema.setPattern(SOMETHING_VISIBLE);
            case NotEmpty notEmpty -> schema.setMinLength(1);
            case Size size -> schema.setMinLength(size.min());
            case Characters characters -> schema.setMaxLength(characters.max());
            case Bytes bytes -> {
                schema.setMaxLength(bytes.max());
                say(schema, "At most %d bytes in UTF-8.".formatted(bytes.max()));
            }
            case DecimalMin least -> schema.setMinimum(new BigDecimal(least.value()));
            case DecimalMax most -> schema.setMaximum(new BigDecimal(most.value()));
            default -> documented(annotation).ifPresent(meaning -> describe(schema, meaning));
        }
    }

    /** The example that an annotation gives itself, or through an annotation on its type. */
    static Optional<String> exampleOf(Annotation annotation) {
        return documented(annotation)
                .map(io.swagger.v3.oas.annotations.media.Schema::example)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<io.swagger.v3.oas.annotations.media.Schema> documented(Annotation annotation) {
        return annotation instanceof io.swagger.v3.oas.annotations.media.Schema itself
                ? Optional.of(itself)
                : Optional.ofNullable(AnnotationUtils.findAnnotation(
                        annotation.annotationType(), io.swagger.v3.oas.annotations.media.Schema.class));
    }

    private static void describe(Schema<?> schema, io.swagger.v3.oas.annotations.media.Schema meaning) {
        if (!meaning.format().isEmpty()) {
            schema.setFormat(meaning.format());
        }
        if (!meaning.pattern().isEmpty()) {
            schema.setPattern(meaning.pattern());
        }
        if (!meaning.description().isEmpty()) {
            say(schema, meaning.description());
        }
        if (meaning.maxLength() < Integer.MAX_VALUE) {
            schema.setMaxLength(meaning.maxLength());
        }
    }

    /** Appends the sentence, as each constraint may add one. */
    private static void say(Schema<?> schema, String sentence) {
        schema.setDescription(schema.getDescription() == null ? sentence : schema.getDescription() + " " + sentence);
    }
}
