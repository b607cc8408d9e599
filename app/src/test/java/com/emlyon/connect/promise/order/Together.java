package com.emlyon.connect.promise.order;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does several things at the same time. */
final class Together {

    private Together() {}

    /** Gives each worker its number, from 0, and waits until all have finished; fails when one has failed. */
    static void work(int workers, IntConsumer task) {
        try (Running running = start(workers, task)) {
            running.join();
        }
    }

    /** Like {@link #work}, without waiting. */
    static Running start(int workers, IntConsumer task) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        List<Future<?>> all = IntStream.range(0, workers)
                .<Future<?>>mapToObj(worker -> threads.submit(() -> task.accept(worker)))
                .toList();
        return new Running(threads, all);
    }

    /** Starts one thing. */
    static <T> Future<T> start(Callable<T> task) {
        FutureTask<T> started = new FutureTask<>(task);
        Thread.ofVirtual().start(started);
        return started;
    }

    /** Workers under way. */
    record Running(ExecutorService threads, List<Future<?>> workers) implements AutoCloseable {

        boolean isDone() {
            return workers.stream().allMatch(Future::isDone);
        }

        void join() {
            workers.forEach(Running::result);
        }

        private static void result(Future<?> worker) {
            try {
                worker.get();
            } catch (ExecutionException failed) {
                throw new AssertionError("A worker has failed", failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
