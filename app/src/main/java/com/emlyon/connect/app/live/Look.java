package com.emlyon.connect.app.live;

import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LivePosition;
import java.util.List;

/** What a look has found; to be used until the next one, by the thread that follows what readers are shown. */
public interface Look {

    /** What has changed since the look before, in order. */
    List<Commit> commits();

    /** What readers are shown. */
    Campus campus();

    /** Where that is in the course of what readers are shown. */
    LivePosition position();

    /** A list of it. */
    ListContent<?> list(Class<? extends ListSource<?, ?>> source);
}
