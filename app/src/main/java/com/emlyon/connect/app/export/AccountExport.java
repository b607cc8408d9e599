package com.emlyon.connect.app.export;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.app.audit.EntryAnswer;
import com.emlyon.connect.app.history.FactAnswer;
import com.emlyon.connect.app.security.OpenSession;
import com.emlyon.connect.app.throttle.KnownAddress;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.IsoMillis;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All data that is stored about a student, in the form that {@code account-export.schema.json} describes.
 *
 * @param history the facts about the student, read from the database while the export is written
 */
record AccountExport(
        @JsonProperty("$schema") String schema,
        int version,
        String exportedAt,
        Account account,
        @Nullable Picture picture,
        List<Login> sessions,
        List<Place> knownPlaces,
        List<String> alsoHeld,
        List<Noted> audit,

        @ArraySchema(schema = @Schema(implementation = Happened.class))
        Stream<Happened> history) {

    static final int VERSION = 1;

    /** The account as it is now. */
    record Account(
            String id,
            String email,
            String name,
            String promotion,
            String avatarUrl,
            String createdAt,
            String updatedAt) {

        static Account of(AccountView account, Avatars avatars) {
            return new Account(
                    account.id().value(),
                    account.email(),
                    account.name(),
                    account.promotion(),
                    avatars.absolute(account.avatarUrl()),
                    IsoMillis.of(account.createdAt()),
                    IsoMillis.of(account.updatedAt()));
        }
    }

    /** The uploaded picture itself. */
    record Picture(String mediaType, String base64) {}

    /** A session of the student. */
    record Login(String id, @Nullable String agent, String startedAt, String expiresAt) {

        static Login of(OpenSession session) {
            return new Login(
                    session.id().value(),
                    session.agent(),
                    IsoMillis.of(session.startedAt()),
                    IsoMillis.of(session.expiresAt()));
        }
    }

    /** An address from which the student has logged in, as a hash. */
    record Place(String hash, String usedAt) {

        static Place of(KnownAddress address) {
            return new Place(address.hash(), IsoMillis.of(address.used()));
        }
    }

    /** An entry of the audit trail. */
    record Noted(
            long number,
            String kind,
            String at,
            @Nullable String by,
            @Nullable String subject,
            @Nullable String address,
            Map<String, Object> details) {

        private static final String SOMEBODY_ELSE = "administrator";

        /**
         * Converts an entry for the student. It hides which administrator did something, and from which address anyone
         * but the student has acted, as these are personal data of others.
         */
        static Noted of(EntryAnswer entry, AccountId student) {
            String by = entry.by();
            boolean byOthers = by != null && !by.equals(student.value()) && !by.equals("operator");
            boolean fromThere = student.value().equals(by);
            return new Noted(
                    entry.number(),
                    entry.kind(),
                    entry.at(),
                    byOthers ? SOMEBODY_ELSE : by,
                    entry.subject(),
                    fromThere ? entry.address() : null,
                    entry.details());
        }
    }

    /** A fact, decrypted. */
    record Happened(
            long position,
            String type,
            String revision,
            Map<String, @Nullable Object> says,
            @Nullable String at,
            String recordedAt) {

        static Happened of(FactAnswer fact) {
            return new Happened(
                    fact.position(), fact.type(), fact.revision(), fact.payload(), fact.at(), fact.recordedAt());
        }
    }
}
