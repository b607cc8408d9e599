/** The check-in: where a student is, for at most 24 hours. */
@NullMarked
package com.emlyon.connect.api.checkin;

import org.jspecify.annotations.NullMarked;
