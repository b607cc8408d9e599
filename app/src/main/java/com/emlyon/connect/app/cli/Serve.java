package com.emlyon.connect.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** {@code serve}: starts the service. */
@Command(name = "serve", description = "Start the service.", mixinStandardHelpOptions = true)
final class Serve implements Runnable {

    private final Supplier<SpringApplicationBuilder> application;

    @Mixin
    private final ServeOptions options = new ServeOptions();

    @Unmatched
    private final List<String> springArguments = new ArrayList<>();

    Serve(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    @Override
    public void run() {
        options.serve(application.get(), springArguments);
    }
}
