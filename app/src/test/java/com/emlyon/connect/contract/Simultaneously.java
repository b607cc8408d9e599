package com.emlyon.connect.contract;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Sends several requests at the same moment. */
final class Simultaneously {

    static final int EIGHT = 8;

    private static final int TIME_LIMIT_SECONDS = 10;

    private Simultaneously() {}

    /** Starts that many calls together and answers when all of them have, in the order of their numbers. */
    static List<Answer> send(int count, IntFunction<Call> calls) {
        CyclicBarrier start = new CyclicBarrier(count);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(() -> {
                        Call call = calls.apply(i);
                        start.await(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
                        return call.send();
                    }))
                    .toList();
            return answers.stream().map(Simultaneously::result).toList();
        }
    }

    private static Answer result(Future<Answer> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("A simultaneous request got no answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
