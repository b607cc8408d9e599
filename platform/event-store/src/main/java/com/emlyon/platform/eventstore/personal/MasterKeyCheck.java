package com.emlyon.platform.eventstore.personal;

import com.emlyon.platform.eventstore.node.ThisNode;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks with every heartbeat whether another node has wrapped keys with a master key that this one does not know. */
class MasterKeyCheck {

    /**
     * Except for moments, all keys of persons are wrapped by one master key. So its smallest and largest name are
     * enough to find an unknown one, without reading all rows.
     */
    private static final String USED = """
            SELECT master FROM store.key WHERE master IS NOT NULL
            UNION (SELECT master FROM store.person_key WHERE master IS NOT NULL ORDER BY master LIMIT 1)
            UNION (SELECT master FROM store.person_key WHERE master IS NOT NULL ORDER BY master DESC LIMIT 1)
            """;

    private final JdbcClient database;
    private final MasterKeys masters;
    private final Set<String> known;
    private final MasterKeyAvailability availability;

    MasterKeyCheck(JdbcClient database, MasterKeys masters, MasterKeyAvailability availability, ThisNode node) {
        this.database = database;
        this.masters = masters;
        this.known = masters.names();
        this.availability = availability;
        node.atHeartbeat(this::check);
    }

    private void check() {
        List<String> used =
                database.sql(USED).query((row, number) -> row.getString(1)).list();
        used.stream()
                .filter(master -> !known.contains(master))
                .findFirst()
                .ifPresentOrElse(
                        unknown -> availability.missing(masters.sentenceAboutUnknown(unknown)), availability::complete);
    }
}
