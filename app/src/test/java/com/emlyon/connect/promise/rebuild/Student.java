package com.emlyon.connect.promise.rebuild;

/** One who changes what views show. Each change answers whether it was promised that everybody sees it from then on. */
interface Student {

    /** Who it is. */
    String account();

    /** The event of one's own. */
    String event();

    boolean rename(String name);

    boolean retitle(String title);

    boolean checkIn(String place);

    boolean join(String otherEvent);
}
