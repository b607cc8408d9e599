package com.emlyon.connect.bench.lists;

import com.emlyon.connect.bench.load.ClosedLoop.Load;
import com.emlyon.connect.bench.part.ServicePart;
import com.emlyon.connect.bench.service.Contender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A list as fast as it is answered, in turn with nginx that serves the same bytes from a file. */
public final class ListPart implements ServicePart {

    /** Each is a student of its own, with one connection. */
    private static final int READERS = 32;

    private final String path;
    private final boolean known;
    private final double seconds;
    private final Optional<Nginx> nginx;
    private boolean isServedByNginx;

    /**
     * Measures a list.
     *
     * @param known whether the client has it already, so that it is answered 304
     */
    public ListPart(String path, boolean known, double seconds, Optional<Nginx> nginx) {
        this.path = path;
        this.known = known;
        this.seconds = seconds;
        this.nginx = nginx;
    }

    @Override
    public Map<String, Double> measure(Contender contender) throws Exception {
        HttpResponse<byte[]> list = contender.students().read(path);
        if (nginx.isPresent() && !isServedByNginx) {
            serve(nginx.get(), list.body());
        }
        String tag = list.headers().firstValue("ETag").orElseThrow();
        return read(
                contender.service().base(),
                reader -> headers(tag, "Bearer " + contender.students().token(reader)));
    }

    private void serve(Nginx server, byte[] list) throws IOException {
        server.serve(path, list);
        isServedByNginx = true;
    }

    @Override
    public Map<String, Double> measureRival() throws Exception {
        return nginx.isPresent() && isServedByNginx
                ? read(nginx.get().base(), reader -> headers("*", "Bearer of nothing"))
                : Map.of();
    }

    @Override
    public String rival() {
        return "nginx, the same bytes";
    }

    private Map<String, String> headers(String tag, String authorization) {
        return known
                ? Map.of("Authorization", authorization, "If-None-Match", tag)
                : Map.of("Authorization", authorization);
    }

    private Map<String, Double> read(URI base, IntFunction<Map<String, String>> headers) throws Exception {
        Load load = Reads.of(
                base.resolve(path),
                seconds,
                IntStream.range(0, READERS).mapToObj(headers).toList());
        String name = "GET %s%s".formatted(path, known ? ", 304" : "");
        return Map.of(name + ", answers/s", load.perSecond(), name + ", p99 ms", load.p99Millis());
    }
}
