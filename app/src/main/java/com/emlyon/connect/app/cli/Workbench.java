package com.emlyon.connect.app.cli;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/** The service without its doors, beside a running one or alone, for a command that prints an answer. */
record Workbench(Supplier<SpringApplicationBuilder> application) {

    private static final String QUIET = "--logging.level.root=WARN";

    /** Starts it, lets somebody work there, and stops it; nothing but warnings is printed beside the answer. */
    <T> T lend(List<String> springArguments, Function<ApplicationContext, T> work) {
        String[] arguments =
                Stream.concat(Stream.of(QUIET), springArguments.stream()).toArray(String[]::new);
        try (var context = application
                .get()
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments)) {
            return work.apply(context);
        }
    }
}
