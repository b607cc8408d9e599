package com.emlyon.connect.contract;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/** What the contract says about answers, in its own words. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    private static final Pattern LEAK = Pattern.compile(
            "(?i)\\bselect\\b|\\binsert\\b|\\bupdate\\b|\\bsql|\\bprisma|hibernate|postgres|jdbc|axon|jackson|spring|tomcat"
                    + "|\\b(java|jakarta|org|com|tools)\\.[a-z]|exception|constraint|\\$2[aby]\\$|\\bat [\\w.$]+\\("
                    + "|localhost|127\\.0\\.0\\.1|:\\d{4,5}\\b|illegal arguments|\\[object");

    private AnswerAssert(Answer answer) {
        super(answer, AnswerAssert.class);
    }

    /** Begins what is to be said about an answer. */
    public static AnswerAssert assertThat(Answer answer) {
        return new AnswerAssert(answer);
    }

    /** The status code is this one. */
    public AnswerAssert hasStatus(int status) {
        Assertions.assertThat(actual.status())
                .as("status of the answer %s", actual.text())
                .isEqualTo(status);
        return this;
    }

    /** The body is exactly this text, key order and number format included. */
    public AnswerAssert hasBody(String body) {
        Assertions.assertThat(actual.text()).isEqualTo(body);
        return isJson();
    }

    /** Its body is empty. */
    public AnswerAssert hasNoBody() {
        Assertions.assertThat(actual.bytes()).isEmpty();
        return this;
    }

    /** A failure whose text the contract fixes. */
    public AnswerAssert isFailure(int status, String message) {
        return hasStatus(status).hasBody("{\"success\":false,\"message\":%s}".formatted(Json.quoted(message)));
    }

    /** A failure whose text is the project's own: it has the shape, and it tells nothing about the inside. */
    AnswerAssert isFailureInOwnWords(int status) {
        hasStatus(status).isJson();
        JsonNode body = actual.json();
        Assertions.assertThat(body.propertyNames()).as(actual.text()).containsExactly("success", "message");
        Assertions.assertThat(
                        body.get("success").isBoolean() && !body.get("success").booleanValue())
                .as(actual.text())
                .isTrue();
        Assertions.assertThat(actual.string("/message")).isNotBlank().doesNotContainPattern(LEAK);
        return this;
    }

    /** JSON in UTF-8; case and blanks of the header have no meaning in HTTP. */
    AnswerAssert isJson() {
        Assertions.assertThat(actual.header("content-type")
                        .map(type -> type.replace(" ", "").toLowerCase(Locale.ROOT)))
                .hasValue("application/json;charset=utf-8");
        return this;
    }

    /** A header has just this value. */
    public AnswerAssert hasHeader(String name, String value) {
        Assertions.assertThat(actual.headers().allValues(name))
                .as("header %s of %s", name, headers())
                .containsExactly(value);
        return this;
    }

    AnswerAssert hasNoHeader(String name) {
        Assertions.assertThat(actual.headers().allValues(name)).as(name).isEmpty();
        return this;
    }

    private Map<?, ?> headers() {
        return actual.headers().map();
    }
}
