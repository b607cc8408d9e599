/** The view of who is where. */
@NullMarked
package com.emlyon.connect.query.checkin;

import org.jspecify.annotations.NullMarked;
