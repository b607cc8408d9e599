package com.emlyon.connect.app.live;

import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LiveCampus;
import com.emlyon.connect.query.live.LivePosition;
import java.util.List;

/** What a look has found; to be used until the next one, by the thread that follows what readers are shown. */
public final class Look {

    private final List<Commit> commits;
    private final LiveCampus campus;
    private final ReadyLists lists;

    Look(List<Commit> commits, LiveCampus campus, ReadyLists lists) {
        this.commits = commits;
        this.campus = campus;
        this.lists = lists;
    }

    /** What has changed since the look before, in order. */
    public List<Commit> commits() {
        return commits;
    }

    /** What readers are shown. */
    public Campus campus() {
        return campus.campus();
    }

    /** Where that is in the course of what readers are shown. */
    public LivePosition position() {
        return campus.position();
    }

    /** A list of it. */
    public ListContent<?> list(Class<? extends ListSource<?, ?>> source) {
        return lists.of(source).content(campus());
    }
}
