package com.emlyon.connect.promise.live;

import com.emlyon.connect.contract.ContractClient;
import java.util.Optional;

/** The connection on which frames come to a client. */
interface Line extends AutoCloseable {

    /** The next frame, if there is one. */
    Optional<String> frameAtHand();

    /** Whether no more will come. */
    boolean isCut();

    /** Lets what still waits at the service come as fast as it can. */
    void hurry();

    @Override
    void close();

    /** How somebody connects. */
    @FunctionalInterface
    interface Dial {

        /** Connects to a node, from a position on if one is given. */
        Line dial(ContractClient node, String token, Optional<String> position);
    }
}
