package com.emlyon.connect.promise.live;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.promise.process.Door;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;

/** Students who do this and that over HTTP, at whichever node answers; much of it is refused, and nobody minds. */
final class Crowd implements AutoCloseable {

    private static final long LONGEST_THOUGHT = TimeUnit.MILLISECONDS.toNanos(150);
    private static final String LONG_TEXT = "Au parc, comme toujours. ".repeat(60);

    private final List<Door> doors;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong done = new AtomicLong();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final List<Thread> threads;

    private Crowd(List<Door> doors, int size, long seed) {
        this.doors = doors;
        this.threads = Stream.iterate(seed, next -> next + 1)
                .limit(size)
                .map(itsSeed -> Thread.ofVirtual().unstarted(() -> new Student(new Random(itsSeed)).live()))
                .toList();
    }

    /** Lets so many students begin. */
    static Crowd gather(List<Door> doors, int size, long seed) {
        Crowd crowd = new Crowd(doors, size, seed);
        crowd.threads.forEach(Thread::start);
        return crowd;
    }

    /** How much they have done that was not refused. */
    long done() {
        return done.get();
    }

    /** What nodes answered that should have answered otherwise. */
    Queue<String> failures() {
        return failures;
    }

    @Override
    public void close() throws InterruptedException {
        leaving.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** One of them. */
    private final class Student {

        private final Random random;
        private Optional<Member> self = Optional.empty();
        private String lastCheckIn = "none";

        Student(Random random) {
            this.random = random;
        }

        void live() {
            while (!leaving.get()) {
                self.ifPresentOrElse(this::act, this::register);
                // How long somebody thinks is a matter of chance: this is no waiting for something.
                LockSupport.parkNanos(random.nextLong(LONGEST_THOUGHT));
            }
        }

        private void register() {
            self = send(client -> client.post("/api/auth/register")
                            .json("{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Pia\"}"
                                    .formatted(ContractClient.freshEmail(), ContractClient.PASSWORD)))
                    .map(ContractClient::memberOf);
        }

        private void act(Member me) {
            switch (random.nextInt(40)) {
                case 0 -> {
                    send(client -> client.deletionOf(me));
                    // Done, or done by a node that died, or not done: somebody new comes.
                    self = Optional.empty();
                }
                case 1, 2, 3 -> send(me, "PUT", "/api/users/me", "{\"name\":\"Pia %d\"}".formatted(random.nextInt(9)));
                case 4, 5, 6 -> send(me, "DELETE", "/api/checkins/" + lastCheckIn, "{}");
                case 7, 8, 9, 10, 11 ->
                    send(
                                    me,
                                    "POST",
                                    "/api/events",
                                    "{\"title\":\"Gala\",\"description\":%s,\"date\":\"2031-05-01\"}"
                                            .formatted(Json.quoted(LONG_TEXT)))
                            .ifPresent(created -> events.add(created.string("/data/id")));
                case 12, 13, 14 ->
                    send(me, "PUT", "/api/events/" + anEvent(), "{\"title\":\"Gala %d\"}".formatted(random.nextInt(9)));
                case 15, 16, 17, 18 -> send(me, "DELETE", "/api/events/" + anEvent(), "{}");
                case 19, 20, 21, 22, 23, 24, 25, 26 -> send(me, "POST", "/api/events/" + anEvent() + "/attend", "{}");
                case 27, 28, 29 -> send(me, "DELETE", "/api/events/" + anEvent() + "/attend", "{}");
                default ->
                    send(
                                    me,
                                    "POST",
                                    "/api/checkins",
                                    "{\"locationName\":\"Bar %d\",\"latitude\":45.7,\"longitude\":4.8}"
                                            .formatted(random.nextInt(9)))
                            .ifPresent(checkedIn -> lastCheckIn = checkedIn.string("/data/id"));
            }
        }

        private String anEvent() {
            int latest = events.size();
            return latest == 0 ? "none" : events.get(random.nextInt(Math.max(0, latest - 20), latest));
        }

        private Optional<Answer> send(Member me, String method, String path, String body) {
            return send(client -> client.call(method, path).as(me).json(body));
        }

        /** The answer to what was done. */
        private Optional<Answer> send(Function<ContractClient, Call> request) {
            Optional<Answer> answer = doors.get(random.nextInt(doors.size())).answer(request, failures::add);
            Optional<Answer> success = answer.filter(given -> given.status() / 100 == 2);
            success.ifPresent(given -> done.incrementAndGet());
            return success;
        }
    }
}
