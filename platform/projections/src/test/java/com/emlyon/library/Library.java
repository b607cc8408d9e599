package com.emlyon.library;

import com.emlyon.platform.eventstore.axon.AppendPositions;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.MasterKey;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.position.ReadYourWrites;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running node of the library. */
final class Library implements AutoCloseable {

    static {
        // Axon would otherwise print an advertisement at every start.
        System.setProperty("disable-axoniq-console-message", "true");
    }

    private final ConfigurableApplicationContext context;

    /** Starts a node on a new, empty database. */
    Library() {
        this(TestPostgres.freshDatabaseUrl());
    }

    /** Starts a node on a database. */
    Library(String databaseUrl, String... arguments) {
        this(
                new SpringApplicationBuilder(LibraryApplication.class)
                        .properties("event-store.master-key.secret=a secret of the library, long enough for a key"),
                databaseUrl,
                arguments);
    }

    /** Starts a node whose keys are wrapped by a service, on a new, empty database. */
    static Library withKeyService(MasterKey service) {
        return new Library(
                new SpringApplicationBuilder(LibraryApplication.class)
                        .initializers(context -> ((GenericApplicationContext) context)
                                .registerBean("keyService", MasterKey.class, () -> service)),
                TestPostgres.freshDatabaseUrl());
    }

    /** Starts a node without a master key, on a new, empty database. */
    static Library withoutMasterKey() {
        return new Library(new SpringApplicationBuilder(LibraryApplication.class), TestPostgres.freshDatabaseUrl());
    }

    private Library(SpringApplicationBuilder application, String databaseUrl, String... arguments) {
        context = application
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.datasource.url=" + databaseUrl, "projections.longest-wait=30s")
                .run(arguments);
    }

    /** Decides a command, and waits until the projection shows it; false when it does not. */
    boolean send(Command command) {
        CommandMessage<?> message = GenericCommandMessage.asCommandMessage(command);
        AppendPositions positions = bean(AppendPositions.class);
        positions.expect(message.getIdentifier());
        OptionalLong position = OptionalLong.empty();
        try {
            bean(CommandGateway.class).sendAndWait(message);
        } finally {
            position = positions.take(message.getIdentifier());
        }
        return position.isEmpty() || bean(ReadYourWrites.class).await(position.getAsLong(), LoansProjection.NAME);
    }

    /** What the projection says of loans: the book and the id of the reader. */
    List<String> loans() {
        return texts("SELECT book || ' to ' || reader FROM view.loan ORDER BY book");
    }

    /** What the projection says of books: the id and the title. */
    List<String> books() {
        return texts("SELECT book || ': ' || title FROM view.book ORDER BY book");
    }

    /** The name of the reader of a book, as long as it can be decrypted. */
    Optional<String> nameOfReader(String encrypted) {
        return bean(PersonalDataReader.class).text(Personal.encrypted(encrypted));
    }

    /** The texts that a query finds. */
    List<String> texts(String query, Object... parameters) {
        return database()
                .sql(query)
                .params(parameters)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The number that a query finds. */
    long number(String query, Object... parameters) {
        return database().sql(query).params(parameters).query(Long.class).single();
    }

    /** Executes a statement, as a database administrator might. */
    void execute(String statement) {
        database().sql(statement).update();
    }

    /** Stores a fact as former code has stored it. */
    void storeAsBefore(String stream, Class<? extends Fact> type, String revision, String payload) {
        database()
                .sql("""
                        INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                        VALUES (?, 0, 'Book', ?, ?, ?, ?::jsonb, '{}', now())
                        """)
                .params(
                        stream,
                        UUID.randomUUID(),
                        type.getAnnotation(StoredAs.class).value(),
                        revision,
                        payload)
                .update();
    }

    private JdbcClient database() {
        return bean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
