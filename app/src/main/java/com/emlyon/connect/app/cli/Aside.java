package com.emlyon.connect.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application without its web server, for a command that works beside the service or in its place, and says little. */
final class Aside {

    private static final String QUIETLY = "logging.level.root=warn";
    private static final String LOOKING = "--connect.at-work=false";

    private Aside() {}

    /** Starts it as a node that does what all nodes do: it follows history, and takes rebuilds on. */
    static ConfigurableApplicationContext working(SpringApplicationBuilder application, List<String> springArguments) {
        return application
                .web(WebApplicationType.NONE)
                .properties(QUIETLY)
                .logStartupInfo(false)
                .run(springArguments.toArray(String[]::new));
    }

    /** Starts it for somebody who looks, or asks others to do something; by itself it does nothing. */
    static ConfigurableApplicationContext looking(SpringApplicationBuilder application, List<String> springArguments) {
        List<String> all = new ArrayList<>(springArguments);
        all.add(LOOKING);
        return working(application, all);
    }
}
