package com.emlyon.connect.promise.rebuild;

import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.promise.process.LoadBalancer;
import com.emlyon.connect.promise.process.LoadBalancer.Reply;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A student with a browser, who is sent to whichever node answers. */
record StudentOverHttp(LoadBalancer nodes, Member member, String event) implements Student {

    /** Each costs a slow hash. */
    private static final int REGISTERED_AT_A_TIME = 4;

    private static final String PARTY = "2031-02-01T18:30:00Z";

    /** Registers so many at nodes to which nothing happens meanwhile. */
    static List<StudentOverHttp> some(List<ContractClient> calm, LoadBalancer nodes, int count)
            throws ExecutionException, InterruptedException {
        try (ExecutorService desks = Executors.newFixedThreadPool(REGISTERED_AT_A_TIME)) {
            List<Future<StudentOverHttp>> all = IntStream.range(0, count)
                    .mapToObj(number -> desks.submit(() -> registered(calm.get(number % calm.size()), nodes)))
                    .toList();
            for (Future<StudentOverHttp> one : all) {
                one.get();
            }
            return all.stream().map(Future::resultNow).toList();
        }
    }

    private static StudentOverHttp registered(ContractClient calm, LoadBalancer nodes) {
        Member member = calm.newMember("Pia 0");
        return new StudentOverHttp(nodes, member, calm.newEvent(member, "Gala 0", PARTY));
    }

    String token() {
        return member.token();
    }

    @Override
    public String account() {
        return member.id();
    }

    @Override
    public boolean rename(String name) {
        return send("PUT", "/api/users/me", "{\"name\":%s}".formatted(Json.quoted(name)))
                .isPromised();
    }

    @Override
    public boolean retitle(String title) {
        return send("PUT", "/api/events/" + event, "{\"title\":%s}".formatted(Json.quoted(title)))
                .isPromised();
    }

    @Override
    public boolean checkIn(String place) {
        String body = "{\"locationName\":%s,\"latitude\":45.7489,\"longitude\":4.8181}".formatted(Json.quoted(place));
        return send("POST", "/api/checkins", body).isPromised();
    }

    @Override
    public boolean join(String otherEvent) {
        return send("POST", "/api/events/" + otherEvent + "/attend", "{}").isPromised();
    }

    private Reply send(String method, String path, String body) {
        return nodes.send(
                client -> client.call(method, path).bearer(member.token()).json(body));
    }
}
