package com.emlyon.platform.eventstore.axon;

import com.emlyon.platform.eventstore.append.AppendConflict;
import com.emlyon.platform.eventstore.append.AppendFailed;
import com.emlyon.platform.eventstore.append.FactRow;
import com.emlyon.platform.eventstore.append.FactWriter;
import com.emlyon.platform.eventstore.append.TransactionalWrite;
import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.eventstore.refusal.Refused;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Axon's storage engine over {@code store.fact}. The database makes sure that positions have no gaps and follow the
 * order of commits, so a token is one number and no gaps need to be remembered.
 */
final class FactStorage extends BatchingEventStorageEngine {

    private static final SqlFile HISTORY = SqlFile.beside(FactStorage.class, "read-history.sql");
    private static final SqlFile STREAM = SqlFile.beside(FactStorage.class, "read-stream.sql");
    private static final SqlFile READ_SNAPSHOT = SqlFile.beside(FactStorage.class, "read-snapshot.sql");
    private static final SqlFile STORE_SNAPSHOT = SqlFile.beside(FactStorage.class, "store-snapshot.sql");

    private final JdbcTemplate database;
    private final FactWriter writer;
    private final AppendPositions appendPositions;
    private final StoredTypes types;
    private final Clock clock;

    FactStorage(
            JdbcTemplate database,
            FactWriter writer,
            AppendPositions appendPositions,
            StoredTypes types,
            Clock clock,
            Serializer serializer,
            EventUpcaster upcasters,
            int batchSize) {
        super(
                new Builder() {}.eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .upcasterChain(upcasters)
                        .batchSize(batchSize));
        this.database = database;
        this.writer = writer;
        this.appendPositions = appendPositions;
        this.types = types;
        this.clock = clock;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            appendPositions.note(appended(rows(events, serializer), sideWritesOfThisUnitOfWork()));
        }
    }

    /**
     * A transactional write may refuse the command, because only in that transaction it is known what others have
     * written.
     */
    private long appended(List<FactRow> rows, List<TransactionalWrite> transactionalWrites) {
        try {
            return writer.append(rows, transactionalWrites);
        } catch (AppendConflict conflict) {
            throw new ConcurrencyException("Another command was faster", conflict);
        } catch (AppendFailed failure) {
            throw NestedExceptionUtils.getMostSpecificCause(failure) instanceof Refused refused
                    ? refused
                    : new EventStoreException("The facts could not be appended", failure);
        }
    }

    private List<FactRow> rows(List<? extends EventMessage<?>> events, Serializer serializer) {
        try {
            return events.stream().map(event -> row(event, serializer)).toList();
        } catch (SerializationException failure) {
            // Values of a deleted account cannot be encrypted any more, because its key is destroyed.
            throw NestedExceptionUtils.getMostSpecificCause(failure) instanceof Refused refused ? refused : failure;
        }
    }

    private static List<TransactionalWrite> sideWritesOfThisUnitOfWork() {
        return CurrentUnitOfWork.isStarted() ? TransactionalWrites.take(CurrentUnitOfWork.get()) : List.of();
    }

    /** Uses the clock that all nodes share; Axon dates its messages by the clock of the machine. */
    private FactRow row(EventMessage<?> event, Serializer serializer) {
        if (!(event instanceof DomainEventMessage<?> fact)) {
            throw new IllegalArgumentException("Only facts of aggregates are stored, not " + event.getPayloadType());
        }
        SerializedObject<String> payload = fact.serializePayload(serializer, String.class);
        return new FactRow(
                fact.getAggregateIdentifier(),
                fact.getSequenceNumber(),
                fact.getType(),
                fact.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                fact.serializeMetaData(serializer, String.class).getData(),
                DateTimeUtils.formatInstant(clock.instant()));
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        FactRow row = row(snapshot, serializer);
        database.update(
                STORE_SNAPSHOT.statement(),
                row.stream(),
                row.sequence(),
                row.streamType(),
                row.id(),
                row.type(),
                row.revision(),
                row.payload(),
                row.metadata(),
                row.recordedAt());
    }

    /** A snapshot of a revision that is not current is ignored: Axon reads the facts instead. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return database.query(READ_SNAPSHOT.statement(), (row, number) -> data(row), stream).stream()
                .filter(snapshot -> types.isCurrent(
                        snapshot.getPayload().getType().getName(),
                        snapshot.getPayload().getType().getRevision()));
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long firstSequence, int batchSize) {
        return database.query(STREAM.statement(), (row, number) -> positioned(row), stream, firstSequence, batchSize);
    }

    /** Stops after a batch that was not full; Axon's own code would run one more query with each new fact. */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken after, boolean mayBlock) {
        return Stream.<List<? extends TrackedEventData<?>>>iterate(
                        fetchTrackedEvents(after, batchSize()), facts -> !facts.isEmpty(), this::fetchNext)
                .flatMap(List::stream);
    }

    private List<? extends TrackedEventData<?>> fetchNext(List<? extends TrackedEventData<?>> before) {
        return before.size() < batchSize()
                ? List.of()
                : fetchTrackedEvents(before.getLast().trackingToken(), batchSize());
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken after, int batchSize) {
        List<TrackedEventData<?>> facts = new ArrayList<>(batchSize);
        database.query(
                HISTORY.statement(),
                row -> {
                    facts.add(positioned(row));
                },
                Positions.of(after),
                batchSize);
        return facts;
    }

    private static TrackedDomainEventData<String> positioned(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(row.getLong("position")), data(row));
    }

    private static DomainEventData<String> data(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("stream_type"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("metadata"));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return Optional.ofNullable(
                database.queryForObject("SELECT max(sequence) FROM store.fact WHERE stream = ?", Long.class, stream));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return token("SELECT coalesce(max(position), 0) FROM store.fact");
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return token("""
                SELECT coalesce((SELECT min(position) - 1 FROM store.fact WHERE recorded_at >= ?::timestamptz),
                                (SELECT max(position) FROM store.fact), 0)
                """, moment.toString());
    }

    private TrackingToken token(String positionQuery, Object... parameters) {
        Long position = database.queryForObject(positionQuery, Long.class, parameters);
        return new GlobalSequenceTrackingToken(position == null ? 0 : position);
    }
}
