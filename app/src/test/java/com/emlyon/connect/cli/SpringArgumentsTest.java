package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.cli.EmlyonCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no command understands starts nothing, unless it is an argument of Spring Boot. */
class SpringArgumentsTest {

    private final AtomicBoolean started = new AtomicBoolean();
    private final StringWriter err = new StringWriter();

    private int execute(String arguments) {
        return EmlyonCommand.over(() -> {
                    started.set(true);
                    throw new IllegalStateException("the test starts no service");
                })
                .setErr(new PrintWriter(err, true))
                .execute(arguments.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "Serve",
                "serve now",
                "--dmeo",
                "serve --dmeo",
                "--port=4000",
                "seed twice",
                "projections check-ins",
                "parked check-ins --josn",
                "-x",
            })
    void aMistakeIsRefusedAtOnce(String arguments) {
        assertThat(execute(arguments)).isEqualTo(2);
        assertThat(started).isFalse();
        assertThat(err.toString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--demo",
                "serve --demo",
                "--server.port=4000",
                "serve --PORT=4000 --demo --debug",
                "--spring.main.lazy-initialization",
                "--DATABASE_URL=postgresql://a:b@db/connect?sslmode=require",
            })
    void anArgumentOfSpringBootIsPassedOn(String arguments) {
        execute(arguments);

        assertThat(started).isTrue();
    }
}
