package com.emlyon.connect.bench.lists;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** nginx with files, two workers, sendfile and open files kept: as fast as a server of such bytes is. */
public final class Nginx implements AutoCloseable {

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes 2;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 4096; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              open_file_cache max=100;
              keepalive_requests 100000000;
              default_type application/json;
              server { listen 127.0.0.1:%2$d reuseport; root %1$s/files; }
            }
            """;

    private final Path folder;
    private final int port;
    private final Process process;

    /** Starts it in an empty folder, if it is present on this machine. */
    public static Optional<Nginx> startIfPresent() throws IOException {
        return Programs.isPresent("nginx")
                ? Optional.of(new Nginx(Files.createTempDirectory("nginx")))
                : Optional.empty();
    }

    private Nginx(Path folder) throws IOException {
        this.folder = folder;
        // Its workers are another user's, where it is started by root.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(folder, port));
        process = new ProcessBuilder(
                        "nginx", "-e", folder.resolve("error.log").toString(), "-c", configuration.toString())
                .inheritIO()
                .start();
    }

    /** Serves the bytes at a path. */
    void serve(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve("files" + path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
