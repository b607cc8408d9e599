package com.emlyon.connect.app.settings;

import com.emlyon.connect.api.account.EmailAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators decide, as translated from their environment variables.
 *
 * @param jwt how tokens are made
 * @param master what wraps the keys in the database
 * @param origins the web pages that may call, as {@code scheme://host[:port]}
 * @param baseUrl what stands in front of the path of an uploaded picture, without a slash at its end
 * @param data the folder in which the service keeps what it must keep
 * @param uploads the folder of uploaded files
 * @param admins the addresses of the administrators
 */
@ConfigurationProperties("connect")
public record Settings(
        Jwt jwt, Master master, List<String> origins, URI baseUrl, Path data, Path uploads, List<EmailAddress> admins) {

    /**
     * What wraps the keys in the database.
     *
     * @param secret at least 32 bytes
     * @param accepted other secrets that may have wrapped them; what they have wrapped is wrapped anew
     */
    public record Master(String secret, @DefaultValue List<String> accepted) {

        @Override
        public String toString() {
            return "Master[…]";
        }
    }

    /**
     * How tokens are made.
     *
     * @param secret signs them; at least 32 bytes
     * @param accepted other secrets by which they may be signed, though none is any more, or not yet
     * @param expiresIn how long they are valid
     */
    public record Jwt(String secret, @DefaultValue List<String> accepted, Duration expiresIn) {

        @Override
        public String toString() {
            return "Jwt[…, expiresIn=%s]".formatted(expiresIn);
        }
    }
}
