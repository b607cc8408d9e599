/** Connections to the database, and whether it can be reached. */
@NullMarked
package com.emlyon.platform.eventstore.database;

import org.jspecify.annotations.NullMarked;
