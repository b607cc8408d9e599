package com.emlyon.connect.app.history;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.connect.app.web.IsoMillis;
import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of {@code store.fact}, even those of types for which there is no class any more. */
@Component
public class StoredStreams {

    private static final SqlFile STREAM = SqlFile.beside(StoredStreams.class, "read-stream.sql");
    private static final SqlFile ABOUT = SqlFile.beside(StoredStreams.class, "find-facts-about.sql");
    private static final SqlFile FACTS = SqlFile.beside(StoredStreams.class, "read-facts.sql");
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private static final int PORTION = 500;
    private static final long BEFORE_THE_FIRST = -1;

    private final JdbcClient database;
    private final JsonMapper json;
    private final PersonalDataCipher cipher;
    private final StoredTypes types;

    StoredStreams(JdbcClient database, JsonMapper json, PersonalDataCipher cipher, StoredTypes types) {
        this.database = database;
        this.types = types;
        this.json = json;
        this.cipher = cipher;
    }

    /** A page of the facts of a stream, in order; empty when there is no such stream. */
    Optional<List<FactAnswer>> read(String stream, Page page) {
        List<FactAnswer> facts = revealed(database.sql(STREAM.statement()).params(stream, page.after(), page.limit()));
        return facts.isEmpty() && !exists(stream) ? Optional.empty() : Optional.of(facts);
    }

    /**
     * All facts of a stream in order, read in portions as the result is consumed; empty when there is no such stream.
     */
    public Optional<Stream<FactAnswer>> whole(String stream) {
        return exists(stream)
                ? Optional.of(Stream.iterate(
                                portion(stream, BEFORE_THE_FIRST),
                                facts -> !facts.isEmpty(),
                                facts -> portion(stream, facts.getLast().sequence()))
                        .flatMap(List::stream))
                : Optional.empty();
    }

    private List<FactAnswer> portion(String stream, long after) {
        return read(stream, new Page(after, PORTION)).orElse(List.of());
    }

    /**
     * All facts about a student so far, in the order of history. They are read in portions as the result is consumed,
     * so that a long history is never in memory as a whole.
     */
    public Stream<FactAnswer> about(AccountId student) {
        List<Long> positions = database.sql(ABOUT.statement())
                .param("account", student.value())
                .param("named", namesOf(Recipient.NAMED_STUDENT))
                .param("of_creator", namesOf(Recipient.CREATOR_OF_THE_EVENT))
                .param("of_holder", namesOf(Recipient.HOLDER_OF_THE_ADDRESS))
                .query((row, number) -> row.getLong("position"))
                .list();
        return IntStream.iterate(0, from -> from < positions.size(), from -> from + PORTION)
                .mapToObj(from -> positions.subList(from, Math.min(from + PORTION, positions.size())))
                .flatMap(portion -> at(portion).stream());
    }

    /** The stored names of the types of facts that are exported to a recipient. */
    Set<String> namesOf(Recipient recipient) {
        return types.namesOf(type -> type.isAnnotationPresent(ExportedTo.class)
                && type.getAnnotation(ExportedTo.class).value() == recipient);
    }

    /** The fact at a position of all of history; empty when history is shorter. */
    public Optional<FactAnswer> at(long position) {
        return at(List.of(position)).stream().findFirst();
    }

    private List<FactAnswer> at(List<Long> positions) {
        return revealed(database.sql(FACTS.statement()).param(positions.toArray(Long[]::new)));
    }

    private boolean exists(String stream) {
        return database.sql("SELECT EXISTS (SELECT FROM store.fact WHERE stream = ?)")
                .param(stream)
                .query(Boolean.class)
                .single();
    }

    /**
     * The facts that a statement finds, with personal data decrypted; for deleted persons it is replaced by a text that
     * says so. Keys are read after the connection of the statement has been given back, because reading a key takes a
     * connection, too.
     */
    private List<FactAnswer> revealed(StatementSpec statement) {
        List<FactAnswer> facts = statement.query((row, number) -> stored(row)).list();
        facts.forEach(fact -> fact.payload().replaceAll((component, value) -> revealed(value)));
        return facts;
    }

    private @Nullable Object revealed(@Nullable Object value) {
        return value instanceof String text
                ? cipher.reveal(text)
                        .map(open -> json.convertValue(open, Object.class))
                        .orElse(StudentView.DELETED)
                : value;
    }

    private FactAnswer stored(ResultSet row) throws SQLException {
        return new FactAnswer(
                row.getLong("position"),
                row.getLong("sequence"),
                row.getString("id"),
                row.getString("type"),
                row.getString("revision"),
                json.readValue(row.getString("payload"), OBJECT),
                row.getString("at"),
                IsoMillis.of(row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                row.getString("actor"),
                row.getString("command"),
                row.getString("command_id"),
                row.getString("cause"));
    }
}
