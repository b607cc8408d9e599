package com.emlyon.connect.contract;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does several things at the same moment. */
public final class Simultaneously {

    static final int EIGHT = 8;

    private static final int SECONDS_TO_GATHER = 30;

    private Simultaneously() {}

    /** Starts that many calls together and answers when all of them have, in the order of their numbers. */
    public static List<Answer> send(int count, IntFunction<Call> calls) {
        return all(count, i -> calls.apply(i)::send);
    }

    /** Prepares that many things, starts them together, and returns what came out of them, in the order of their numbers. */
    public static <T> List<T> all(int count, IntFunction<Callable<T>> actions) {
        CyclicBarrier start = new CyclicBarrier(count);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> results = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(() -> {
                        Callable<T> action = actions.apply(i);
                        start.await(SECONDS_TO_GATHER, TimeUnit.SECONDS);
                        return action.call();
                    }))
                    .toList();
            return results.stream().map(Simultaneously::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("One of those who started together failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
