package com.emlyon.connect.app.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\0',
            value = {
                "\"8e03978e-40d5-43dd-bc93-6894a57f9324\" 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "8e03978e-40d5-43dd-bc93-6894a57f9324 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "\"a\\\"b\\\\c\" a\"b\\c",
                "\"x\";v=1;w=\"t\" x",
                "AGJ6FJMkGQIpHUTX/+== AGJ6FJMkGQIpHUTX/+==",
            })
    void aStringOfStructuredFieldsAndABareTokenAreKeys(String line, String value) {
        assertThat(IdempotencyKey.read(List.of(line))).hasValue(new IdempotencyKey(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"\"",
                "\"a",
                "a\"",
                "\"a\" \"b\"",
                "a b",
                "a,b",
                "\"a\",\"b\"",
                "\"\\n\"",
                "\"é\"",
                "é",
                "\"a\tb\""
            })
    void anythingElseIsNone(String line) {
        assertThat(IdempotencyKey.read(List.of(line))).isEmpty();
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertThat(IdempotencyKey.read(List.of("k".repeat(255)))).isPresent();
        assertThat(IdempotencyKey.read(List.of("\"" + "\\\\".repeat(255) + "\"")))
                .isPresent();
        assertThat(IdempotencyKey.read(List.of("k".repeat(256)))).isEmpty();
        assertThat(IdempotencyKey.read(List.of("\"" + "k".repeat(256) + "\""))).isEmpty();
    }

    @Test
    void twoLinesAreNoKey() {
        assertThat(IdempotencyKey.read(List.of("a", "a"))).isEmpty();
    }
}
