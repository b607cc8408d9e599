/** The time that all nodes share: the time of their database. */
@NullMarked
package com.emlyon.platform.eventstore.time;

import org.jspecify.annotations.NullMarked;
