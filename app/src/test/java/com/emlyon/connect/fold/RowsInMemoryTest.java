package com.emlyon.connect.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.table.Batch;
import com.emlyon.platform.projections.table.Cell;
import com.emlyon.platform.projections.table.Column;
import com.emlyon.platform.projections.table.Row;
import com.emlyon.platform.projections.table.Rows;
import com.emlyon.platform.projections.table.RowsInMemory;
import com.emlyon.platform.projections.table.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to rows, in memory it means what it means in tables. */
class RowsInMemoryTest {

    private static final Column HALL = Column.text("hall");
    private static final Column SEAT = Column.number("seat");
    private static final Column OWNER = Column.text("owner");
    private static final Column NOTE = Column.text("note");
    private static final Column PRICE = Column.decimal("price");
    private static final Column SINCE = Column.moment("since");
    private static final Table SEATS =
            new Table("seats", List.of(HALL, SEAT), List.of(OWNER), List.of(NOTE, PRICE, SINCE));
    private static final Table HALLS = new Table("halls", List.of(HALL), List.of(), List.of(NOTE));

    private static final String DEFINITIONS = """
            CREATE SCHEMA tried;
            CREATE TABLE tried.seats (hall text, seat bigint, owner text NOT NULL, note text, price float8 NOT NULL,
              since timestamptz NOT NULL, PRIMARY KEY (hall, seat));
            CREATE TABLE tried.halls (hall text PRIMARY KEY, note text);
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomChangesMeanTheSameInMemoryAndInTables(long seed) throws SQLException {
        Random random = new Random(seed);
        try (Connection database = DriverManager.getConnection(TestPostgres.freshDatabaseUrl());
                Statement statement = database.createStatement()) {
            statement.execute(DEFINITIONS);
            RowsInMemory memory = new RowsInMemory();
            for (int i = 0; i < 150; i++) {
                Batch batch = new Batch();
                int changes = 1 + random.nextInt(12);
                for (int j = 0; j < changes; j++) {
                    long same = random.nextLong();
                    change(memory, new Random(same));
                    change(batch, new Random(same));
                }
                batch.write(database, "tried", columns());

                assertThat(inMemory(memory, SEATS)).isEqualTo(inTable(statement, SEATS));
                assertThat(inMemory(memory, HALLS)).isEqualTo(inTable(statement, HALLS));
            }
            assertThat(inMemory(memory, SEATS)).hasSizeGreaterThan(3);
        }
    }

    private static void change(Rows rows, Random random) {
        Cell hall = HALL.of("hall " + random.nextInt(4));
        Cell seat = SEAT.of(random.nextLong(6));
        Cell owner = OWNER.of("owner " + random.nextInt(5));
        Cell note = NOTE.of(random.nextBoolean() ? "note " + random.nextInt(99) : null);
        Cell price = PRICE.of(random.nextDouble(-9, 9));
        Cell since = SINCE.of(Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)));
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4 -> rows.put(SEATS, hall, seat, owner, note, price, since);
            case 5, 6 -> rows.change(SEATS, hall, seat, note);
            case 7 -> rows.change(SEATS, hall, seat, price, since);
            case 8 -> rows.remove(SEATS, hall, seat);
            case 9 -> rows.removeAll(SEATS, owner);
            case 10 -> rows.removeAll(random.nextBoolean() ? SEATS : HALLS, hall);
            case 11, 12 -> rows.put(HALLS, note, hall);
            default -> rows.change(HALLS, hall, note);
        }
    }

    private static Map<String, Set<String>> columns() {
        return Stream.of(SEATS, HALLS)
                .collect(Collectors.toMap(
                        Table::name,
                        table -> table.columns().stream().map(Column::name).collect(Collectors.toSet())));
    }

    private static Set<String> inMemory(RowsInMemory memory, Table table) {
        return memory.all(table)
                .map(row -> table.columns().stream().map(row::value).toList().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inTable(Statement statement, Table table) throws SQLException {
        Set<String> rows = new TreeSet<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM tried." + table.name())) {
            while (row.next()) {
                @Nullable Object[] values = new Object[table.columns().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = table.columns().get(i).equals(SINCE)
                            ? row.getObject(i + 1, OffsetDateTime.class).toInstant()
                            : row.getObject(i + 1);
                }
                rows.add(Arrays.toString(values));
            }
        }
        return rows;
    }

    @Test
    void aRowIsFoundByItsKeyAndCanBeTakenAway() {
        // given
        RowsInMemory memory = new RowsInMemory();
        memory.put(HALLS, HALL.of("blue"), NOTE.of("large"));

        // then
        assertThat(memory.find(HALLS, HALL.of("blue")).map(row -> row.text(NOTE)))
                .contains("large");
        assertThat(memory.find(HALLS, HALL.of("red"))).isEmpty();
        assertThat(memory.take(HALLS, List.of("blue")).map((Row row) -> row.text(HALL)))
                .contains("blue");
        assertThat(memory.take(HALLS, List.of("blue"))).isEmpty();
        assertThat(memory.all(HALLS)).isEmpty();
    }

    @Test
    void whatTablesRefuseMemoryRefuses() {
        for (Rows rows : List.of(new RowsInMemory(), new Batch())) {
            assertThatThrownBy(() -> rows.put(SEATS, HALL.of("blue"), SEAT.of(1L), OWNER.of("Pia")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> rows.change(SEATS, HALL.of("blue"), SEAT.of(1L), OWNER.of("Pia")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> rows.change(HALLS, NOTE.of("no key")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> rows.removeAll(SEATS, NOTE.of("may change")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
