package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.connect.app.security.SessionTable.Standing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions from a login to their end. Every request looks up the session of its token (with one statement for all
 * requests that arrive at the same time), so an ended session is refused at once on every node. The role is not in the
 * token: it follows from the present email address of the account.
 */
@Component
public class Sessions {

    private static final String BEARER = "Bearer ";

    private static final int MOST_CHARACTERS_OF_AN_AGENT = 200;

    private final Tokens tokens;
    private final SessionTable table;
    private final Admins admins;
    private final Clock clock;

    Sessions(Tokens tokens, SessionTable table, Admins admins, Clock clock) {
        this.tokens = tokens;
        this.table = table;
        this.admins = admins;
        this.clock = clock;
    }

    /**
     * Begins a session for an account whose password was just verified against this hash, and returns its token; empty
     * when the password was changed, or the account deleted, meanwhile.
     *
     * @param agent the {@code User-Agent} of the client
     */
    public Optional<String> begin(AccountId account, PasswordHash proof, @Nullable String agent) {
        return begin(account, SessionId.random(), proof, agent);
    }

    /** Begins a session as {@link #begin(AccountId, PasswordHash, String)}, or continues it when it exists already. */
    public Optional<String> begin(AccountId account, SessionId session, PasswordHash proof, @Nullable String agent) {
        TokenClaims.OfSession pass = tokens.pass(account, session);
        return table.open(pass, proof, clock.instant(), beginning(agent))
                ? Optional.of(tokens.issue(pass))
                : Optional.empty();
    }

    private static @Nullable String beginning(@Nullable String agent) {
        if (agent == null || agent.isBlank()) {
            return null;
        }
        return agent.codePointCount(0, agent.length()) <= MOST_CHARACTERS_OF_AN_AGENT
                ? agent
                : agent.substring(0, agent.offsetByCodePoints(0, MOST_CHARACTERS_OF_AN_AGENT));
    }

    /**
     * Verifies a token and returns its claims, without checking that its session and its account still exist; empty
     * when it is invalid.
     */
    public Optional<TokenClaims> read(String token) {
        return tokens.read(token);
    }

    /** The claims of the bearer token of a request, without that check; empty when there is none, or it is invalid. */
    public Optional<TokenClaims> passOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header -> read(header.substring(BEARER.length())));
    }

    /** The caller; empty when the token is invalid, its session has ended, or its account was deleted. */
    public Optional<Session> behind(String token) {
        return tokens.read(token).flatMap(this::behind);
    }

    /** The session with these claims; empty when it has ended, or its account was deleted. */
    public Optional<Session> behind(TokenClaims pass) {
        Standing standing = table.lookAt(pass);
        return standing.address()
                .filter(address -> standing.open())
                .map(address -> new Session(pass, admins.roleOf(address)));
    }

    /** Which of the tokens are revoked, and why; expiry is not checked. */
    public Map<TokenClaims, RevocationReason> endingsOf(Collection<TokenClaims> passes) {
        return endingsOf(passes, table.database());
    }

    /** The same, with other connections to the database. */
    public Map<TokenClaims, RevocationReason> endingsOf(Collection<TokenClaims> passes, JdbcClient connections) {
        List<TokenClaims> all = List.copyOf(passes);
        List<Standing> standings = SessionTable.lookAt(all, connections);
        Map<TokenClaims, RevocationReason> endings = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (standings.get(i).address().isEmpty()) {
                endings.put(all.get(i), RevocationReason.ACCOUNT_GONE);
            } else if (!standings.get(i).open()) {
                endings.put(all.get(i), RevocationReason.SESSION_ENDED);
            }
        }
        return endings;
    }

    /** The open sessions of the account, newest first. */
    public List<OpenSession> of(AccountId account) {
        return table.of(account, clock.instant());
    }

    /** Ends a session of the account; false when it has no such session. */
    public boolean end(AccountId account, SessionId session) {
        return table.end(account, session, clock.instant());
    }

    /**
     * Ends the session of the token. Tokens without a session cannot be distinguished: all those of the account that
     * are not newer end.
     */
    public void end(TokenClaims pass) {
        switch (pass) {
            case TokenClaims.OfSession of -> table.end(of.account(), of.session(), clock.instant());
            case TokenClaims.WithoutSession without -> table.endWithoutSession(without.account(), without.issuedAt());
        }
    }

    /** Ends all sessions of the account, and all its tokens without a session. */
    public void endAll(AccountId account) {
        table.endAll(account, clock.instant());
    }

    /**
     * The token with which the client continues after a change of the password: of the same session, or of a new one
     * when the old token had none; empty when the session has ended meanwhile.
     */
    public Optional<String> goOn(TokenClaims pass, PasswordHash proof, @Nullable String agent) {
        return switch (pass) {
            case TokenClaims.OfSession of -> behind(of).map(session -> tokens.issue(of));
            case TokenClaims.WithoutSession without -> begin(without.account(), proof, agent);
        };
    }
}
