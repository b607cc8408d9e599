package com.emlyon.connect.promise.process;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What is killed while views are rebuilt. */
public enum Death {
    OF_THE_BUILDER,
    OF_POSTGRESQL,
    OF_ONE_AFTER_THE_OTHER,
    OF_ALL;

    private static final long LONGEST_BETWEEN_TWO = TimeUnit.SECONDS.toNanos(1);

    /** Strikes, and brings back only as much as somebody can go on with. */
    public void strike(TwoProcesses nodes, String projection, Random random) throws IOException {
        switch (this) {
            case OF_THE_BUILDER -> nodes.killBuilder(projection);
            case OF_POSTGRESQL -> {
                nodes.killPostgres();
                nodes.recoverFirst();
            }
            case OF_ONE_AFTER_THE_OTHER -> {
                nodes.killSecond();
                // The moment of death is a matter of chance: this is no waiting for something.
                LockSupport.parkNanos(random.nextLong(LONGEST_BETWEEN_TWO));
                nodes.killFirst();
                nodes.recoverFirst();
            }
            case OF_ALL -> {
                nodes.killSecond();
                nodes.killPostgres();
                nodes.killFirst();
                nodes.recoverFirst();
            }
        }
    }

    /** Brings everybody back. */
    public void recover(TwoProcesses nodes) throws IOException {
        nodes.recoverFirst();
        nodes.recoverSecond();
    }
}
