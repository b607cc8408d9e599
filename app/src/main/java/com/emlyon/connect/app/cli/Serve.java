package com.emlyon.connect.app.cli;

import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: starts the service. */
@Command(name = "serve", description = "Start the service.", mixinStandardHelpOptions = true)
final class Serve implements Runnable {

    private final Supplier<SpringApplicationBuilder> application;

    @Mixin
    private final ServeOptions options = new ServeOptions();

    Serve(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    @Override
    public void run() {
        options.serve(application.get());
    }
}
