package com.emlyon.connect.app.operations;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Replaces in a log's JSON those characters that JSON allows, and that a terminal or a viewer takes for a command or a
 * new line: DEL, the controls of ISO 6429 above it, and Unicode's two separators. (JSON itself escapes the controls
 * below 0x20.)
 */
public final class PlainLogTexts implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

    private static final Pattern NOT_ESCAPED = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029]");

    @Override
    public void customize(Members<ILoggingEvent> members) {
        members.applyingValueProcessor(ValueProcessor.of(
                String.class, text -> NOT_ESCAPED.matcher(text).replaceAll(" ")));
    }
}
