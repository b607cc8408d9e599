/** The notifications that nodes send to each other through the database. */
@NullMarked
package com.emlyon.platform.eventstore.notification;

import org.jspecify.annotations.NullMarked;
