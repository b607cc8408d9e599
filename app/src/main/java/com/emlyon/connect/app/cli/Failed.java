package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.startup.StartFailure;

/** Why something failed, for operators. */
final class Failed {

    private Failed() {}

    /** The sentence that explains the failure, or else the text of the exception. */
    static String reason(Throwable failure) {
        return StartFailure.sentence(failure).orElseGet(failure::toString);
    }
}
