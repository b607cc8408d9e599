package com.emlyon.connect.app.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code DATABASE_URL}: the PostgreSQL server of the operator, in the form of libpq and Prisma or in that of JDBC. User
 * and password are removed from the JDBC URL, because URLs are logged.
 */
record DatabaseUrl(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final Pattern LIBPQ = Pattern.compile("postgres(?:ql)?://"
            + "(?:(?<user>[^:/?#]*)(?::(?<password>[^/?#]*))?@)?"
            + "(?<host>[^:/?#@\\[\\],]+|\\[[0-9a-fA-F:.]+])(?::(?<port>[0-9]{1,5}))?"
            + "/(?<database>[^/?#]+)(?:\\?(?<parameters>[^#]*))?");
    private static final Pattern JDBC =
            Pattern.compile("(?<place>jdbc:postgresql:(?://(?:[^/?#@:,]+|\\[[0-9a-fA-F:.]+])?(?::[0-9]{1,5})?"
                    + "(?:,(?:[^/?#@:,]+|\\[[0-9a-fA-F:.]+])(?::[0-9]{1,5})?)*/)?[^/?#]+)(?:\\?(?<parameters>.*))?");

    private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})(?=[,/])");

    static DatabaseUrl parse(String value) {
        String scheme = value.substring(0, value.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        String rest = value.substring(scheme.length());
        DatabaseUrl url = scheme.equals("jdbc:") ? ofJdbc(scheme + rest) : ofLibpq(scheme + rest);
        if (PORT.matcher(url.jdbcUrl).results().anyMatch(port -> Integer.parseInt(port.group(1)) > 65_535)) {
            throw new StartRefused("DATABASE_URL must name a port between 1 and 65535.");
        }
        return url;
    }

    private static DatabaseUrl ofLibpq(String url) {
        Matcher parts = matching(LIBPQ, url);
        String port = parts.group("port") == null ? "5432" : parts.group("port");
        String database = UrlParameters.encoded(UrlParameters.decoded(parts.group("database"), true));
        UrlParameters parameters = UrlParameters.parse(parts.group("parameters"), true);
        return new DatabaseUrl(
                "jdbc:postgresql://" + parts.group("host") + ":" + port + "/" + database + parameters.forJdbc(),
                either(parts.group("user"), parameters.find("user")),
                either(parts.group("password"), parameters.find("password")));
    }

    private static DatabaseUrl ofJdbc(String url) {
        Matcher parts = matching(JDBC, url);
        UrlParameters parameters = UrlParameters.parse(parts.group("parameters"), false);
        return new DatabaseUrl(
                parts.group("place") + parameters.forJdbc(), parameters.find("user"), parameters.find("password"));
    }

    private static Matcher matching(Pattern form, String url) {
        Matcher parts = form.matcher(url);
        if (!parts.matches()) {
            throw new StartRefused("DATABASE_URL must look like postgresql://user:password@host:5432/database, with the"
                    + " special characters of user and password percent-encoded, or like"
                    + " jdbc:postgresql://host:5432/database.");
        }
        return parts;
    }

    private static @Nullable String either(@Nullable String encoded, @Nullable String parameter) {
        return encoded == null ? parameter : UrlParameters.decoded(encoded, true);
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }
}
