package com.emlyon.connect.promise.process;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where one node is asked. From a strike against it, or its database, until it answers again nothing is promised about it. */
public final class Door {

    private final ContractClient client;

    /** Even while the node has to answer; a request under way that sees it change has met a strike. */
    private final AtomicInteger changes = new AtomicInteger();

    Door(ContractClient client) {
        this.client = client;
    }

    /** To be told before the strike. */
    void shut() {
        changes.updateAndGet(count -> isOpen(count) ? count + 1 : count);
    }

    /** To be told when the node answers again. */
    void open() {
        changes.updateAndGet(count -> isOpen(count) ? count : count + 1);
    }

    private static boolean isOpen(int count) {
        return count % 2 == 0;
    }

    /** Asks; empty when there is no answer, or one that calls the node broken: a failure if it had to answer. */
    public Optional<Answer> answer(Function<ContractClient, Call> request, Consumer<String> failures) {
        int before = changes.get();
        Optional<Answer> answer = Optional.empty();
        String instead;
        try {
            Answer given = request.apply(client).send();
            answer = Optional.of(given).filter(sound -> sound.status() < 500);
            instead = given.toString();
        } catch (UncheckedIOException broken) {
            instead = broken.toString();
        }
        if (answer.isEmpty() && isOpen(before) && changes.get() == before) {
            failures.accept("had to be answered, instead: " + instead);
        }
        return answer;
    }
}
