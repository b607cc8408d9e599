package com.emlyon.connect.app.installation;

/** Work that is done when this process ends, unless it was cancelled before. */
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

    /** False when it is too late, because the process is ending. */
    boolean cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            return true;
        } catch (IllegalStateException ending) {
            return false;
        }
    }
}
