package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What controllers say about the current request, so that its answer is kept; without a key it has no effect. */
@Component
public class KeyedRequest {

    private static final String ATTEMPT = Attempt.class.getName();

    private final KeyClaims claims;
    private final AnswerCipher answers;
    private final Fingerprints fingerprints;

    KeyedRequest(KeyClaims claims, AnswerCipher answers, Fingerprints fingerprints) {
        this.claims = claims;
        this.answers = answers;
        this.fingerprints = fingerprints;
    }

    /**
     * Claims the key of a request whose body the route has read itself.
     *
     * @param bodyDigest identifies the content of the body
     */
    public void claim(HttpServletRequest request, byte[] bodyDigest) {
        claims.claim(request, bodyDigest);
    }

    /**
     * Has the answer stored in the transaction of the facts of the next command, so that neither exists without the
     * other.
     */
    public void answerWithFacts(Object answer) {
        current()
                .ifPresent(attempt -> attempt.account()
                        .ifPresent(account ->
                                attempt.prepare(answers.encrypt(account, attempt.statusOfSuccess(), answer))));
    }

    /** Sets the account to which the answer is sent, after a caller without a token has registered or logged in. */
    public void belongsTo(AccountId account) {
        current().ifPresent(attempt -> attempt.belongsTo(account));
    }

    /** The account whose registration an interrupted attempt has already stored. */
    public Optional<AccountId> registeredBefore() {
        return current().filter(attempt -> attempt.claim().stored()).flatMap(Attempt::account);
    }

    /** Whether an earlier attempt to serve this request was interrupted, and may have begun what is asked for. */
    public boolean wasInterrupted() {
        return current().filter(attempt -> attempt.claim().takenOver()).isPresent();
    }

    /** The session that this request creates: a new one, or the one that an interrupted attempt may have created. */
    public SessionId session() {
        return current().map(attempt -> fingerprints.sessionOf(attempt.claim())).orElseGet(SessionId::random);
    }

    /** The attempt of the request that is served on this thread. */
    static Optional<Attempt> current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTEMPT, RequestAttributes.SCOPE_REQUEST) instanceof Attempt attempt
                ? Optional.of(attempt)
                : Optional.empty();
    }

    static Optional<Attempt> of(HttpServletRequest request) {
        return request.getAttribute(ATTEMPT) instanceof Attempt attempt ? Optional.of(attempt) : Optional.empty();
    }

    static void begin(HttpServletRequest request, Attempt attempt) {
        request.setAttribute(ATTEMPT, attempt);
    }

    static void end(HttpServletRequest request) {
        request.removeAttribute(ATTEMPT);
    }
}
