package com.emlyon.connect.app.installation;

/** Something that is done when this process is ended, unless that was cancelled before. */
final class AtExit {

    private final Thread hook;

    private AtExit(Runnable work) {
        hook = new Thread(work);
    }

    static AtExit run(Runnable work) {
        AtExit atExit = new AtExit(work);
        Runtime.getRuntime().addShutdownHook(atExit.hook);
        return atExit;
    }

    /** False when it is too late, because the process is being ended. */
    boolean cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            return true;
        } catch (IllegalStateException ending) {
            return false;
        }
    }
}
