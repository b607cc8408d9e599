package com.emlyon.connect.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes JWTs by hand, so that each part can be wrong on purpose. */
public final class TokenForge {

    private final String secret;

    TokenForge(String secret) {
        this.secret = secret;
    }

    /** A token as the service makes it, for that user and with that end. */
    public String hs256(String userId, Instant expiry) {
        return signed("HS256", claims(userId, Instant.now(), expiry), secret);
    }

    /** A token with any payload; the algorithm is {@code HS256}, {@code HS384} or {@code HS512}. */
    public String signed(String algorithm, String payload, String key) {
        String content = part("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm)) + "." + part(payload);
        return content + "." + signature(algorithm, content, key);
    }

    /** A token that names the algorithm {@code none}, with an empty signature. */
    String unsigned(String payload) {
        return part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(payload) + ".";
    }

    /** The secret of the service. */
    public String secret() {
        return secret;
    }

    /** The signature of a token's first two parts under the service's secret. */
    String signature(String algorithm, String content, String key) {
        try {
            String name = algorithm.replace("HS", "HmacSHA");
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), name));
            return base64(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The payload of a token, times in seconds since 1970. */
    public static String claims(String userId, Instant issued, Instant expiry) {
        return "{\"userId\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(userId, issued.getEpochSecond(), expiry.getEpochSecond());
    }

    static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String part(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
