package com.emlyon.connect.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.eventstore.EventStoreAutoConfiguration;
import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.ProjectionsAutoConfiguration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The migrations of the campus lead to the tables of which the modules of the platform ship the definitions: what is
 * tried out with one of them holds for the other.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformSchemaTest {

    private static final List<String> TABLES = List.of(
            "store.fact",
            "store.key",
            "store.node",
            "store.person_key",
            "store.snapshot",
            "store.token",
            "view.generation",
            "view.generation_count",
            "view.parked");

    /** Indexes on what the facts of the campus say, which the platform does not know. */
    private static final List<String> INDEXES_OF_THE_CAMPUS = List.of("fact_by_check_in", "fact_by_student");

    private static final List<SqlFile> SCHEMAS = List.of(
            SqlFile.beside(EventStoreAutoConfiguration.class, "schema.sql"),
            SqlFile.beside(ProjectionsAutoConfiguration.class, "schema.sql"));

    private JdbcTemplate campus = database();
    private List<String> shapeOfTheCampus = List.of();

    @BeforeAll
    void migrate() {
        Flyway.configure()
                .dataSource(campus.getDataSource())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        shapeOfTheCampus = shape(campus);
    }

    @Test
    void theMigrationsOfTheCampusLeadToTheSchemasOfThePlatform() {
        JdbcTemplate platform = platform();

        assertThat(platform.queryForList("""
                        SELECT oid::regclass::text FROM pg_class
                        WHERE relkind = 'r' AND relnamespace IN ('store'::regnamespace, 'view'::regnamespace) ORDER BY 1
                        """, String.class)).containsExactlyElementsOf(TABLES);
        assertThat(shape(platform)).containsExactlyElementsOf(shapeOfTheCampus);
        assertThat(shapeOfTheCampus)
                .anySatisfy(line -> assertThat(line).startsWith("column "))
                .anySatisfy(line -> assertThat(line).startsWith("constraint "))
                .anySatisfy(line -> assertThat(line).startsWith("index "))
                .anySatisfy(line -> assertThat(line).startsWith("trigger "))
                .anySatisfy(line -> assertThat(line).startsWith("function "))
                .anySatisfy(line -> assertThat(line).startsWith("sequence "));
    }

    @Test
    void theSchemasOfThePlatformChangeNothingThatIsThere() {
        SCHEMAS.forEach(schema -> campus.execute(schema.statement()));

        assertThat(shape(campus)).containsExactlyElementsOf(shapeOfTheCampus);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE store.node ADD COLUMN more text",
                "ALTER TABLE store.token ALTER COLUMN segment TYPE bigint",
                "ALTER TABLE store.key ALTER COLUMN master SET NOT NULL",
                "ALTER TABLE view.generation ALTER COLUMN discarded SET DEFAULT 1",
                "ALTER TABLE store.person_key DROP CONSTRAINT person_key_is_there_or_destroyed",
                "ALTER SEQUENCE store.fact_position INCREMENT 2",
                "DROP INDEX view.one_generation_serves",
                "DROP TRIGGER keys_are_not_truncated ON store.person_key",
                "ALTER TABLE store.fact DISABLE TRIGGER facts_stay",
                "CREATE OR REPLACE FUNCTION store.take_turn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"
            })
    void aDifferenceIsNoticed(String change) {
        JdbcTemplate platform = platform();

        platform.execute(change);

        assertThat(shape(platform)).isNotEqualTo(shapeOfTheCampus);
    }

    private static JdbcTemplate platform() {
        JdbcTemplate platform = database();
        SCHEMAS.forEach(schema -> platform.execute(schema.statement()));
        return platform;
    }

    private static JdbcTemplate database() {
        return new JdbcTemplate(new DriverManagerDataSource(TestPostgres.freshDatabaseUrl()));
    }

    /** All that the catalogs say of the tables; comments and line breaks within functions do not count. */
    private static List<String> shape(JdbcTemplate database) {
        return database.query(
                """
                        WITH tables AS (SELECT name::regclass AS id FROM unnest(string_to_array(?, ',')) AS name),
                        lines AS (
                          SELECT format('column %s %s %s %s not null: %s, identity: %s, generated: %s, collation: %s, default: %s',
                                   attrelid::regclass, attnum, attname, format_type(atttypid, atttypmod), attnotnull,
                                   attidentity, attgenerated, attcollation::regcollation, pg_get_expr(adbin, adrelid)) AS line
                            FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                           WHERE attrelid IN (SELECT id FROM tables) AND attnum > 0 AND NOT attisdropped
                          UNION ALL
                          SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                            FROM pg_constraint WHERE conrelid IN (SELECT id FROM tables)
                          UNION ALL
                          SELECT format('index %s', pg_get_indexdef(indexrelid))
                            FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
                           WHERE indrelid IN (SELECT id FROM tables)
                             AND relname <> ALL (string_to_array(?, ','))
                          UNION ALL
                          SELECT format('trigger %s enabled: %s', pg_get_triggerdef(oid), tgenabled)
                            FROM pg_trigger WHERE tgrelid IN (SELECT id FROM tables) AND NOT tgisinternal
                          UNION
                          SELECT format('function %s', pg_get_functiondef(tgfoid))
                            FROM pg_trigger WHERE tgrelid IN (SELECT id FROM tables) AND NOT tgisinternal
                          UNION ALL
                          SELECT format('sequence %s of %s.%s %s %s %s %s %s %s %s', seqrelid::regclass, refobjid::regclass,
                                   refobjsubid, seqtypid::regtype, seqstart, seqincrement, seqmax, seqmin, seqcache, seqcycle)
                            FROM pg_sequence JOIN pg_depend ON objid = seqrelid AND classid = 'pg_class'::regclass
                           WHERE refobjid IN (SELECT id FROM tables) AND refclassid = 'pg_class'::regclass
                        )
                        SELECT trim(regexp_replace(regexp_replace(line, '--[^\\n]*', '', 'g'), '\\s+', ' ', 'g'))
                        FROM lines ORDER BY 1
                        """,
                (row, number) -> row.getString(1), String.join(",", TABLES), String.join(",", INDEXES_OF_THE_CAMPUS));
    }
}
