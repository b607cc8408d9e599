package com.emlyon.connect.app.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The texts for students: French, or English when the request prefers it. */
@Component
public class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** The text in the language of the current request. */
    public String of(String key, Object... parts) {
        return in(LocaleContextHolder.getLocale(), key, parts);
    }

    /** The text in the given language. */
    public String in(Locale language, String key, Object... parts) {
        return messages.getMessage(key, parts, language);
    }
}
