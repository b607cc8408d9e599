package com.emlyon.connect.bench.replay;

import com.emlyon.platform.eventstore.sql.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A long history, made by the database itself. */
final class MadeHistory {

    private static final SqlFile MAKE = SqlFile.beside(MadeHistory.class, "make-history.sql");

    private MadeHistory() {}

    /** Makes it, unless there is one already. */
    static void in(JdbcClient database, int facts, int students) {
        long present = database.sql("SELECT count(*) FROM store.fact")
                .query(Long.class)
                .single();
        if (present < facts) {
            database.sql(MAKE.statement())
                    .param("facts", facts)
                    .param("students", students)
                    .update();
            database.sql("VACUUM ANALYZE store.fact").update();
        }
    }
}
