package com.emlyon.connect.promise.process;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Sends requests to all nodes in turn, and on to the next one when a node does not answer, until one does: whoever asks
 * notices no death.
 */
public final class LoadBalancer {

    private static final Duration PAUSE_WHEN_NOBODY_ANSWERS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int REFUSED = 400;

    private final List<Door> doors;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger sentOn = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** Asks at these doors. */
    public LoadBalancer(List<Door> doors) {
        this.doors = doors;
    }

    /** Goes on until somebody answers. */
    public Reply send(Function<ContractClient, Call> request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean repeated = false;
        while (System.nanoTime() < deadline) {
            for (Door door : inTurn()) {
                Optional<Answer> answer = door.answer(request, failures::add);
                if (answer.isPresent()) {
                    return judged(new Reply(answer.get(), repeated));
                }
                repeated = true;
                sentOn.incrementAndGet();
            }
            LockSupport.parkNanos(PAUSE_WHEN_NOBODY_ANSWERS.toNanos());
        }
        throw new IllegalStateException("Nobody has answered for " + PATIENCE);
    }

    private List<Door> inTurn() {
        int first = next.getAndIncrement();
        return IntStream.range(first, first + doors.size())
                .mapToObj(turn -> doors.get(Math.floorMod(turn, doors.size())))
                .toList();
    }

    private Reply judged(Reply reply) {
        int status = reply.answer().status();
        boolean alreadyDone = status == REFUSED && reply.repeated();
        if (!reply.isSuccess() && !alreadyDone) {
            failures.add("was told " + reply.answer());
        }
        return reply;
    }

    /** Answers that should never have been given, or were missing although nobody was dead who could give them. */
    public Queue<String> failures() {
        return failures;
    }

    /** How often a node did not answer, and another one was asked. */
    public int sentOn() {
        return sentOn.get();
    }

    /** An answer, and whether the same was asked of somebody before, who may have done it and died. */
    public record Reply(Answer answer, boolean repeated) {

        /** Whether it was done. */
        public boolean isSuccess() {
            return answer.status() / 100 == 2;
        }

        /** Everybody sees it from now on. */
        public boolean isPromised() {
            return isSuccess() && answer.header("X-View").isEmpty();
        }
    }
}
