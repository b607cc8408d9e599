package com.emlyon.connect.bench.lists;

import com.emlyon.connect.bench.load.ClosedLoop.Load;
import com.emlyon.connect.bench.part.ServicePart;
import com.emlyon.connect.bench.service.Contender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list as fast as it is answered, in turn with nginx that serves the same bytes from a file. */
public final class ListPart implements ServicePart {

    private static final int CONNECTIONS = 32;

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
        List<String> headers = new ArrayList<>(
                List.of("Authorization: Bearer " + contender.students().token(0)));
        if (known) {
            headers.add("If-None-Match: " + list.headers().firstValue("ETag").orElseThrow());
        }
        return read(contender.service().base(), headers);
    }

    private void serve(Nginx server, byte[] list) throws IOException {
        server.serve(path, list);
        isServedByNginx = true;
    }

    @Override
    public Map<String, Double> measureRival() throws Exception {
        return nginx.isPresent() && isServedByNginx
                ? read(nginx.get().base(), known ? List.of("If-None-Match: *") : List.of())
                : Map.of();
    }

    @Override
    public String rival() {
        return "nginx, the same bytes";
    }

    private Map<String, Double> read(URI base, List<String> headers) throws Exception {
        Load load = Reads.of(base.resolve(path), CONNECTIONS, seconds, headers);
        String name = "GET %s%s".formatted(path, known ? ", 304" : "");
        return Map.of(name + ", answers/s", load.perSecond(), name + ", p99 ms", load.p99Millis());
    }
}
