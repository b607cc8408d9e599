package com.emlyon.connect.app.avatar;

import java.util.concurrent.Semaphore;

/** Room for few pictures at once, since each takes much memory while it is decoded; whoever comes later waits in turn. */
final class Darkroom {

    /** Work on one picture. */
    interface Work {
        AvatarPicture picture() throws NotAPicture;
    }

    private final Semaphore places;

    Darkroom(int places) {
        this.places = new Semaphore(places, true);
    }

    AvatarPicture develop(Work work) throws NotAPicture {
        places.acquireUninterruptibly();
        try {
            return work.picture();
        } finally {
            places.release();
        }
    }

    int waiting() {
        return places.getQueueLength();
    }
}
