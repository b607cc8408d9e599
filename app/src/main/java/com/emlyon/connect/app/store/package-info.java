/** The event store in PostgreSQL, as the storage beneath Axon. */
@NullMarked
package com.emlyon.connect.app.store;

import org.jspecify.annotations.NullMarked;
