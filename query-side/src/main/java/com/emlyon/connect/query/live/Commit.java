package com.emlyon.connect.query.live;

import java.util.List;

/**
 * What one decision has changed, or the passing of time.
 *
 * @param position where the campus is afterwards
 * @param changes in an order in which they can be applied; empty when nothing that is shown has changed
 * @param ofTime whether nothing was decided, but time has passed
 * @param follows whether it follows in history what was told before; otherwise the changes are right for those who were told
 *     everything so far, and nobody else can go on from before
 */
public record Commit(LivePosition position, List<Change> changes, boolean ofTime, boolean follows) {}
