package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.app.fields.BodyDigest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Claims the key of every POST that has one before its route is called, and releases the keys that were not answered.
 */
@Component
class KeyedRequests implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(KeyedRequests.class);

    private final KeyClaims claims;
    private final IdempotencyKeyTable table;

    KeyedRequests(KeyClaims claims, IdempotencyKeyTable table) {
        this.claims = claims;
        this.table = table;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && HttpMethod.POST.matches(request.getMethod())
                && handler instanceof HandlerMethod route) {
            if (route.hasMethodAnnotation(KeyClaimedByRoute.class)) {
                KeyClaims.keyOf(request); // a malformed key is refused before the body is read
            } else {
                claims.claim(request, BodyDigest.of(request));
            }
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            KeyedRequest.of(request)
                    .filter(attempt -> !attempt.isAnswered() && !attempt.isOutcomeUnknown())
                    .ifPresent(this::release);
            KeyedRequest.end(request);
        }
    }

    /** An answered key is not changed. If a key cannot be released, another attempt may take it over a little later. */
    private void release(Attempt attempt) {
        try {
            table.release(attempt);
        } catch (DataAccessException | TransactionException unreachable) {
            log.debug("A key could not be given up", unreachable);
        }
    }
}
