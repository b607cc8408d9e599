/** What each node keeps ready for readers, piece by piece. */
@NullMarked
package com.emlyon.connect.app.live;

import org.jspecify.annotations.NullMarked;
