package com.emlyon.connect.app;

import java.util.List;
import java.util.Set;

/** Processes that tests start, without the environment variables of the one who builds, which may be settings of the service. */
public final class BareProcess {

    private static final Set<String> NEEDED =
            Set.of("PATH", "HOME", "JAVA_HOME", "LANG", "LC_ALL", "LC_CTYPE", "LOGNAME", "TMPDIR", "TZ", "USER");

    private BareProcess() {}

    /** One that can be given further variables. */
    public static ProcessBuilder of(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(NEEDED);
        return builder;
    }
}
