package com.emlyon.platform.eventstore.personal;

import java.util.List;

/**
 * The secrets from which the configured master keys are derived.
 *
 * @param secret the one whose key wraps
 * @param accepted those whose keys can still unwrap, until all keys are wrapped anew
 * @param names what operators call these settings
 */
public record MasterKeySettings(String secret, List<String> accepted, Names names) {

    /** Reveals no secret. */
    @Override
    public String toString() {
        return names.secret();
    }

    /**
     * What operators call the settings, for sentences about them.
     *
     * @param secret the setting with the secret
     * @param accepted the setting with the accepted ones
     */
    public record Names(String secret, String accepted) {

        static final Names OF_PROPERTIES =
                new Names("event-store.master-key.secret", "event-store.master-key.accepted");
    }
}
