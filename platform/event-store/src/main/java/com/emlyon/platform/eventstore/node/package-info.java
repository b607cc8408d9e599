/** The processes that work on the database: each registers itself, and shows by a heartbeat that it is alive. */
@NullMarked
package com.emlyon.platform.eventstore.node;

import org.jspecify.annotations.NullMarked;
