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

/** Encrypts personal data as JSON with the key of the person, and decrypts it. */
public class PersonalDataCipher implements PersonalDataReader {

    /** The channel on which the database notifies nodes of a destroyed key. */
    public static final String DESTROYED = "key_destroyed";

    private static final Logger log = LoggerFactory.getLogger(PersonalDataCipher.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyCache keys;

    PersonalDataCipher(KeyCache keys) {
        this.keys = keys;
    }

    /** A cipher on the caller's own connection, for use while no other node works with the database. */
    public static PersonalDataCipher alone(JdbcClient database, MasterKeys masters) {
        return new PersonalDataCipher(new KeyCache(new KeyTable(database, masters, new MasterKeyAvailability())));
    }

    /**
     * Encrypts a value, and returns the stored form.
     *
     * @throws Refused when the person was erased in the meantime
     * @throws KeyUnavailable when the person has a key that this node cannot unwrap
     */
    public String encrypt(Personal<?> said) {
        return switch (said) {
            case Personal.Encrypted<?>(String text) -> text;
            case Personal.Clear<?>(PersonId person, Object value) ->
                keys.findOrMake(person.value())
                        .map(key -> new EncryptedText.Encrypted(
                                        person.value(), key.encrypt(JSON.writeValueAsBytes(value)))
                                .toString())
                        .orElseThrow(() -> new Refused(new PersonErased(person.value())));
        };
    }

    /**
     * Encrypts a value that a fact from before the introduction of keys has in clear; when the person was erased, the
     * value is dropped.
     */
    public String encryptPlain(PersonId person, String text) {
        if (!(EncryptedText.parse(text) instanceof EncryptedText.Plain(String json))) {
            return text;
        }
        String content = keys.findOrMake(person.value())
                .map(key -> key.encrypt(json.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
        return new EncryptedText.Encrypted(person.value(), content).toString();
    }

    @Override
    public <T> Optional<T> decrypt(Personal<T> said, Class<T> type) {
        return switch (said) {
            case Personal.Clear<T>(PersonId person, T value) -> Optional.of(value);
            case Personal.Encrypted<T>(String text) -> decrypt(text, type);
        };
    }

    private <T> Optional<T> decrypt(String text, Class<T> type) {
        return switch (EncryptedText.parse(text)) {
            case EncryptedText.Encrypted(String person, String content) ->
                keys.find(person)
                        .flatMap(key -> key.open(content, json -> read(json, type)))
                        .map(type::cast);
            case EncryptedText.Plain(String json) -> read(json.getBytes(StandardCharsets.UTF_8), type);
            case EncryptedText.Bare(String bare) ->
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
        return switch (EncryptedText.parse(text)) {
            case EncryptedText.Encrypted(String person, String content) ->
                keys.find(person).flatMap(key -> key.decrypted(content)).map(JSON::readTree);
            case EncryptedText.Plain(String json) -> Optional.of(JSON.readTree(json));
            case EncryptedText.Bare(String bare) ->
                Optional.of(JSON.getNodeFactory().stringNode(bare));
        };
    }

    @Override
    public void expect(Collection<? extends PersonId> persons) {
        keys.expect(persons.stream().map(PersonId::value).toList());
    }
}
