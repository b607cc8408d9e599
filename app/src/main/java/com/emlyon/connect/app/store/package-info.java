/** The event store in PostgreSQL: the storage engine of Axon. */
@NullMarked
package com.emlyon.connect.app.store;

import org.jspecify.annotations.NullMarked;
