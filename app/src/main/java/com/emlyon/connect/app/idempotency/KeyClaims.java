package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountUnknown;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.platform.eventstore.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Claims the keys of requests, and throws when a request must not be served. */
@Component
class KeyClaims {

    private final IdempotencyKeyTable table;
    private final Fingerprints fingerprints;

    KeyClaims(IdempotencyKeyTable table, Fingerprints fingerprints) {
        this.table = table;
        this.fingerprints = fingerprints;
    }

    /**
     * The key of a request; empty when it has none.
     *
     * @throws Problem when the header is malformed
     */
    static Optional<IdempotencyKey> keyOf(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(IdempotencyKey.read(lines)
                .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "idempotencyKey.invalid")));
    }

    /**
     * Claims the key of a request, if it has one.
     *
     * @throws AnsweredBefore when the request has been answered
     * @throws KeyInUse when an earlier request with the key is under way
     * @throws Problem when the key was used for another request
     */
    void claim(HttpServletRequest request, byte[] bodyDigest) {
        keyOf(request).ifPresent(key -> {
            Optional<AccountId> account = callerOf(request);
            byte[] id = fingerprints.idOf(key, account, request);
            switch (claimed(id, account, fingerprints.of(request, bodyDigest))) {
                case Claim.Granted granted ->
                    KeyedRequest.begin(request, new Attempt(granted, statusOfSuccess(request)));
                case Claim.UnderWay underWay -> throw new KeyInUse();
                case Claim.UsedOtherwise otherwise ->
                    throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotencyKey.usedOtherwise");
                case Claim.Answered(EncryptedAnswer answer) -> throw new AnsweredBefore(answer);
            }
        });
    }

    private Claim claimed(byte[] id, Optional<AccountId> account, byte[] fingerprint) {
        try {
            return table.claim(id, account, fingerprint);
        } catch (DataIntegrityViolationException gone) {
            // The account was deleted at this very moment.
            throw account.<RuntimeException>map(holder -> new Refused(new AccountUnknown(holder)))
                    .orElse(gone);
        }
    }

    private static Optional<AccountId> callerOf(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof AccountId account
                ? Optional.of(account)
                : Optional.empty();
    }

    private static int statusOfSuccess(HttpServletRequest request) {
        ResponseStatus said =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod route
                        ? AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), ResponseStatus.class)
                        : null;
        return (said == null ? HttpStatus.OK : said.code()).value();
    }
}
