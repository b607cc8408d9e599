/** The view of check-ins. */
@NullMarked
package com.emlyon.connect.query.checkin;

import org.jspecify.annotations.NullMarked;
