/** The view of campus events and their attendees. */
@NullMarked
package com.emlyon.connect.query.event;

import org.jspecify.annotations.NullMarked;
