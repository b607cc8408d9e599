package com.emlyon.platform.images;

import com.emlyon.platform.images.format.NotAPicture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Decodes few pictures at once, because each takes much memory meanwhile; further ones wait in a queue. The work runs
 * on platform threads: it computes for up to seconds, and a virtual thread would keep its carrier thread from serving
 * requests.
 */
final class DecodeLimiter {

    private static final int SECONDS_IDLE = 10;

    /** Work on one picture. */
    interface Work {
        CleanPicture picture() throws NotAPicture;
    }

    private final ThreadPoolExecutor threads;

    DecodeLimiter(int places) {
        threads = new ThreadPoolExecutor(
                places,
                places,
                SECONDS_IDLE,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("picture-", 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    CleanPicture process(Work work) throws NotAPicture {
        Future<CleanPicture> picture = threads.submit(work::picture);
        try {
            return picture.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof NotAPicture refused) {
                throw refused;
            }
            throw failure.getCause() instanceof RuntimeException mistake
                    ? mistake
                    : new IllegalStateException("A picture could not be made", failure.getCause());
        } catch (InterruptedException interrupted) {
            picture.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a picture was made", interrupted);
        }
    }

    int waiting() {
        return threads.getQueue().size();
    }
}
