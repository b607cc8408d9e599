package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.platform.eventstore.personal.SharedKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keyed hashes of idempotency keys and requests, under a key that all nodes share: none can be guessed from a dump of
 * the database.
 */
@Component
class Fingerprints {

    private static final String SHARED_KEY = "idempotency";

    private final SharedKeys keys;

    Fingerprints(SharedKeys keys) {
        this.keys = keys;
    }

    /** Identifies the idempotency key of an account or, on a route that requires no token, of a caller without one. */
    byte[] idOf(IdempotencyKey key, Optional<AccountId> account, HttpServletRequest request) {
        String scope = account.map(holder -> "account " + holder.value()).orElseGet(() -> "path " + pathOf(request));
        return authenticate("id", scope, key.value());
    }

    /** Identifies a request by all that makes it the same one: method, path, query and body. */
    byte[] of(HttpServletRequest request, byte[] bodyDigest) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        ByteArrayOutputStream content = joined("request", request.getMethod(), pathOf(request), query);
        content.writeBytes(bodyDigest);
        return keys.authenticate(SHARED_KEY, content.toByteArray());
    }

    /**
     * The session that a request creates: the same one for every attempt, as an interrupted one may have created it
     * already.
     */
    SessionId sessionOf(Claim.Granted claim) {
        ByteArrayOutputStream content = joined("session");
        content.writeBytes(claim.key());
        Instant begun = claim.begun();
        content.writeBytes(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(begun.getEpochSecond())
                .putInt(begun.getNano())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(keys.authenticate(SHARED_KEY, content.toByteArray()));
        return new SessionId(new UUID(hash.getLong(), hash.getLong()).toString());
    }

    private byte[] authenticate(String... parts) {
        return keys.authenticate(SHARED_KEY, joined(parts).toByteArray());
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** Joins the parts with their lengths, so that two different lists never give the same bytes. */
    private static ByteArrayOutputStream joined(String... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            content.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            content.writeBytes(bytes);
        }
        return content;
    }
}
