package com.emlyon.connect.app.settings;

import com.emlyon.connect.api.account.EmailAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of operators, as translated from their environment variables.
 *
 * @param jwt how tokens are signed
 * @param master the secret that wraps the keys in the database
 * @param origins the web pages that may call, as {@code scheme://host[:port]}
 * @param baseUrl the prefix of the path of an uploaded picture, without a slash at its end
 * @param data the folder for data that must survive a restart
 * @param uploads the folder of uploaded files
 * @param admins the addresses of the administrators
 */
@ConfigurationProperties("connect")
public record Settings(
        Jwt jwt, Master master, List<String> origins, URI baseUrl, Path data, Path uploads, List<EmailAddress> admins) {

    /**
     * The secret that wraps the keys in the database.
     *
     * @param secret at least 32 bytes
     * @param accepted other secrets that may have wrapped keys; such keys are wrapped again with {@code secret}
     */
    public record Master(String secret, @DefaultValue List<String> accepted) {

        @Override
        public String toString() {
            return "Master[…]";
        }
    }

    /**
     * How tokens are signed.
     *
     * @param secret signs them; at least 32 bytes
     * @param accepted other secrets whose signatures are accepted, although this node does not sign with them
     * @param expiresIn how long tokens are valid
     */
    public record Jwt(String secret, @DefaultValue List<String> accepted, Duration expiresIn) {

        @Override
        public String toString() {
            return "Jwt[…, expiresIn=%s]".formatted(expiresIn);
        }
    }
}
