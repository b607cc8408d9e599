package com.emlyon.platform.eventstore.personal;

import com.emlyon.platform.eventstore.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Seals personal data as JSON with the key of the person, and decrypts it. */
public class KeyVault implements Vault {

    /** The channel on which the database notifies nodes of a destroyed key. */
    public static final String DESTROYED = "key_destroyed";

    private static final Logger log = LoggerFactory.getLogger(KeyVault.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyCache keys;

    KeyVault(KeyCache keys) {
        this.keys = keys;
    }

    /** A vault on the caller's own connection, for use while no other node works with the database. */
    public static KeyVault alone(JdbcClient database, MasterKeys masters) {
        return new KeyVault(new KeyCache(new KeyTable(database, masters, new MasterKeyAvailability())));
    }

    /**
     * Seals a value, and returns the stored form.
     *
     * @throws Refused when the person was erased in the meantime
     * @throws KeyUnavailable when the person has a key that this node cannot unwrap
     */
    public String seal(Personal<?> said) {
        return switch (said) {
            case Personal.Kept<?>(String text) -> text;
            case Personal.Clear<?>(PersonId person, Object value) ->
                keys.findOrMake(person.value())
                        .map(key -> new SealedText.Sealed(person.value(), key.seal(JSON.writeValueAsBytes(value)))
                                .toString())
                        .orElseThrow(() -> new Refused(new PersonErased(person.value())));
        };
    }

    /**
     * Seals a value that a fact from before the introduction of keys has in clear; when the person was erased, the
     * value is dropped.
     */
    public String sealPlain(PersonId person, String text) {
        if (!(SealedText.parse(text) instanceof SealedText.Plain(String json))) {
            return text;
        }
        String content = keys.findOrMake(person.value())
                .map(key -> key.seal(json.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
        return new SealedText.Sealed(person.value(), content).toString();
    }

    @Override
    public <T> Optional<T> open(Personal<T> said, Class<T> type) {
        return switch (said) {
            case Personal.Clear<T>(PersonId person, T value) -> Optional.of(value);
            case Personal.Kept<T>(String text) -> open(text, type);
        };
    }

    private <T> Optional<T> open(String text, Class<T> type) {
        return switch (SealedText.parse(text)) {
            case SealedText.Sealed(String person, String content) ->
                keys.find(person)
                        .flatMap(key -> key.open(content, json -> read(json, type)))
                        .map(type::cast);
            case SealedText.Plain(String json) -> read(json.getBytes(StandardCharsets.UTF_8), type);
            case SealedText.Bare(String bare) ->
                Optional.of(bare).filter(type::isInstance).map(type::cast);
        };
    }

    /** A value that cannot be parsed concerns one fact only, and must not break the views of others. */
    private static <T> Optional<T> read(byte[] json, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(json, type));
        } catch (JacksonException senseless) {
            log.error("Something that was said about somebody is no {}", type.getSimpleName());
            return Optional.empty();
        }
    }

    /**
     * The JSON value of a stored text; the text itself when it has none of our prefixes; empty when it cannot be
     * decrypted any more.
     */
    public Optional<JsonNode> reveal(String text) {
        return switch (SealedText.parse(text)) {
            case SealedText.Sealed(String person, String content) ->
                keys.find(person).flatMap(key -> key.unsealed(content)).map(JSON::readTree);
            case SealedText.Plain(String json) -> Optional.of(JSON.readTree(json));
            case SealedText.Bare(String bare) ->
                Optional.of(JSON.getNodeFactory().stringNode(bare));
        };
    }

    @Override
    public void expect(Collection<? extends PersonId> persons) {
        keys.expect(persons.stream().map(PersonId::value).toList());
    }
}
