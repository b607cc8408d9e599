/** The processes that work on the database: each registers itself, and shows by a heartbeat that it is alive. */
@NullMarked
package com.emlyon.connect.app.node;

import org.jspecify.annotations.NullMarked;
