package com.emlyon.connect.app.cli;

import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: starts the service. */
@Command(name = "serve", description = "Start the service.", mixinStandardHelpOptions = true)
final class Serve implements Runnable {

    @Mixin
    private final ServeOptions options;

    Serve(Supplier<SpringApplicationBuilder> application) {
        this.options = new ServeOptions(application);
    }

    @Override
    public void run() {
        options.serve();
    }
}
