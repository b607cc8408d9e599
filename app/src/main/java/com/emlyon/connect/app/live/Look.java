package com.emlyon.connect.app.live;

import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LiveCampus;
import com.emlyon.connect.query.live.LivePosition;
import java.util.List;

/** The result of a look, valid until the next one. Only the thread of the live read model may use it. */
public final class Look {

    private final List<Commit> commits;
    private final LiveCampus campus;
    private final ReadyLists lists;

    Look(List<Commit> commits, LiveCampus campus, ReadyLists lists) {
        this.commits = commits;
        this.campus = campus;
        this.lists = lists;
    }

    /** The changes since the previous look, in order. */
    public List<Commit> commits() {
        return commits;
    }

    /** The present content of the views. */
    public Campus campus() {
        return campus.campus();
    }

    /** The position of that content. */
    public LivePosition position() {
        return campus.position();
    }

    /** The present content of a list. */
    public ListContent<?> list(Class<? extends ListSource<?, ?>> source) {
        return lists.of(source).content(campus());
    }
}
