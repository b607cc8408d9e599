package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.settings.Settings;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the tokens of the contract: HS256 with the claim {@code userId}. Tokens of the original service with
 * the same secret are read too, also those with HS384 and HS512.
 */
@Component
public class Tokens {

    private static final String ACCOUNT = "userId";
    private static final int BYTES_FOR_HS512 = 64;

    private final SecretKey key;
    private final Duration lifetime;
    private final Clock clock;
    private final JwtParser parser;

    Tokens(Settings settings, Clock clock) {
        this.key = key(settings.jwt().secret());
        this.lifetime = settings.jwt().expiresIn();
        this.clock = clock;
        this.parser = Jwts.parser()
                .verifyWith(key)
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

    /** A token for the account, valid from now for the configured time. */
    public String issue(AccountId account) {
        Instant now = clock.instant();
        return Jwts.builder()
                .header()
                .add("alg", "HS256")
                .type("JWT")
                .and()
                .claim(ACCOUNT, account.value())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(lifetime)))
                .signWith(key, Jwts.SIG.HS256)
                .compact();
    }

    /** Whose token it is; empty when it is malformed, not signed by us, expired or not yet valid. */
    public Optional<AccountId> read(String token) {
        try {
            Claims claims = parser.parseSignedClaims(token).getPayload();
            return Optional.ofNullable(claims.get(ACCOUNT, String.class)).map(AccountId::new);
        } catch (JwtException | IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }
}
