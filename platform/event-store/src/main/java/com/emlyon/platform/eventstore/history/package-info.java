/** Reads history: the facts of some types after a position, or those of a few streams. */
@NullMarked
package com.emlyon.platform.eventstore.history;

import org.jspecify.annotations.NullMarked;
