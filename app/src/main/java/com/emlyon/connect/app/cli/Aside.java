package com.emlyon.connect.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application without its web server, for a command that works beside the service or in its place, and says little. */
final class Aside {

    private static final List<String> QUIETLY =
            List.of("--logging.level.root=warn", "--spring.main.log-startup-info=false");
    private static final String WITHOUT_REBUILDING = "--connect.projections.rebuild=false";

    private Aside() {}

    /** Starts it; it takes rebuilds on as every node does. */
    static ConfigurableApplicationContext start(SpringApplicationBuilder application, List<String> springArguments) {
        List<String> all = new ArrayList<>(QUIETLY);
        all.addAll(springArguments);
        return application.web(WebApplicationType.NONE).run(all.toArray(String[]::new));
    }

    /** Starts it for a look only. */
    static ConfigurableApplicationContext startWithoutRebuilding(
            SpringApplicationBuilder application, List<String> springArguments) {
        List<String> all = new ArrayList<>(springArguments);
        all.add(WITHOUT_REBUILDING);
        return start(application, all);
    }
}
