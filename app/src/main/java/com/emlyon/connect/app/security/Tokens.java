package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.connect.app.settings.Settings;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Issues and verifies the tokens of the contract: HS256 with the claim {@code userId}. Tokens of this service also have
 * an issuer, an audience and the session. Tokens of the original service with the same secret, which lack these, are
 * accepted too, also with HS384 and HS512.
 */
@Component
public class Tokens {

    private static final String ACCOUNT = "userId";
    private static final String SESSION = "sid";
    private static final String US = "emlyon-connect";
    private static final long MOST_AT_HAND = 10_000;
    private static final int BYTES_FOR_HS512 = 64;

    private final SecretKey key;
    private final Duration lifetime;
    private final Clock clock;
    private final List<JwtParser> parsers;

    /** Recently verified tokens, which stay valid until they expire. */
    private final Cache<String, TokenClaims> valid =
            Caffeine.newBuilder().maximumSize(MOST_AT_HAND).build();

    Tokens(Settings settings, Clock clock) {
        this.key = key(settings.jwt().secret());
        this.lifetime = settings.jwt().expiresIn();
        this.clock = clock;
        this.parsers = Stream.concat(
                        Stream.of(key), settings.jwt().accepted().stream().map(Tokens::key))
                .map(this::parser)
                .toList();
    }

    private JwtParser parser(SecretKey known) {
        return Jwts.parser()
                .verifyWith(known)
                .clock(() -> Date.from(clock.instant()))
                .build();
    }

    /**
     * HMAC fills a short key with zeros up to its block size (RFC 2104, section 2), so filling it beforehand changes no
     * signature; the library would otherwise refuse HS384 and HS512 for secrets shorter than their hash.
     */
    private static SecretKey key(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(Arrays.copyOf(bytes, Math.max(bytes.length, BYTES_FOR_HS512)), "HmacSHA256");
    }

    /**
     * The claims for a session that begins now and lasts for the configured time, in whole seconds, as tokens have
     * them.
     */
    TokenClaims.OfSession pass(AccountId account, SessionId session) {
        return new TokenClaims.OfSession(
                account, session, clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Issues the token with these claims. Its time of issue is always one lifetime before its expiry: so the same
     * session always gets the same token, and a second that passes meanwhile does not shorten its lifetime.
     */
    String issue(TokenClaims.OfSession pass) {
        return Jwts.builder()
                .header()
                .add("alg", "HS256")
                .type("JWT")
                .and()
                .claim(ACCOUNT, pass.account().value())
                .claim(SESSION, pass.session().value())
                .issuer(US)
                .audience()
                .add(US)
                .and()
                .issuedAt(Date.from(pass.expiresAt().minus(lifetime)))
                .expiration(Date.from(pass.expiresAt()))
                .signWith(key, Jwts.SIG.HS256)
                .compact();
    }

    /**
     * Verifies a token and returns its claims; empty when it is malformed, not signed with a known secret, for another
     * audience, expired or not yet valid.
     */
    public Optional<TokenClaims> read(String token) {
        TokenClaims known = valid.getIfPresent(token);
        if (known != null && !clock.instant().isAfter(known.expiresAt())) {
            return Optional.of(known);
        }
        Optional<TokenClaims> read = readAnew(token);
        read.ifPresent(pass -> valid.put(token, pass));
        return read;
    }

    private Optional<TokenClaims> readAnew(String token) {
        if (!CanonicalBase64.isInEveryPartOf(token)) {
            return Optional.empty();
        }
        return parsers.stream().flatMap(parser -> read(token, parser).stream()).findFirst();
    }

    private static Optional<TokenClaims> read(String token, JwtParser parser) {
        try {
            return pass(parser.parseSignedClaims(token).getPayload());
        } catch (JwtException | IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    /** A token must have all claims that this service adds, or none of them as those of the original service. */
    private static Optional<TokenClaims> pass(Claims claims) {
        String account = id(claims, ACCOUNT);
        if (account == null || claims.getExpiration() == null) {
            return Optional.empty();
        }
        AccountId holder = new AccountId(account);
        Instant end = claims.getExpiration().toInstant();
        String session = id(claims, SESSION);
        if (session != null && US.equals(claims.getIssuer()) && Set.of(US).equals(claims.getAudience())) {
            return Optional.of(new TokenClaims.OfSession(holder, new SessionId(session), end));
        }
        if (session != null || claims.getIssuer() != null || claims.getAudience() != null) {
            return Optional.empty();
        }
        Date issued = claims.getIssuedAt();
        return Optional.of(
                new TokenClaims.WithoutSession(holder, issued == null ? Instant.EPOCH : issued.toInstant(), end));
    }

    /** Refuses ids with a NUL, which PostgreSQL does not accept as text. */
    private static @Nullable String id(Claims claims, String name) {
        String id = claims.get(name, String.class);
        if (id != null && id.indexOf('\u0000') >= 0) {
            throw new IllegalArgumentException(name + " is no id");
        }
        return id;
    }
}
