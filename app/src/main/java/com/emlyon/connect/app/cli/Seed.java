package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.demo.DemoData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code seed}: adds the demo data, beside a running service or before its first start. */
@Command(
        name = "seed",
        description = "Add demo data: five students, four check-ins, four coming events. Adds only what is missing.",
        mixinStandardHelpOptions = true)
final class Seed implements Runnable {

    private final Supplier<SpringApplicationBuilder> application;

    @Unmatched
    private final List<String> springArguments = new ArrayList<>();

    Seed(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    @Override
    public void run() {
        List<String> all = new ArrayList<>(springArguments);
        all.add(ServeOptions.DEMO_DATA);
        try (var context = application.get().web(WebApplicationType.NONE).run(all.toArray(String[]::new))) {
            context.getBean(DemoData.class).seed();
        }
    }
}
