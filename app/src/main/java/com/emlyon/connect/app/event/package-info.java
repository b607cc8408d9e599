/** HTTP of the feature event: the campus events that students create, join and leave. */
@NullMarked
package com.emlyon.connect.app.event;

import org.jspecify.annotations.NullMarked;
