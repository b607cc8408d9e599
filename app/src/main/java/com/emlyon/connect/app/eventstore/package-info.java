/** Gives the event store what it has to know of this service: the settings of operators, and the pool that reads history. */
@NullMarked
package com.emlyon.connect.app.eventstore;

import org.jspecify.annotations.NullMarked;
