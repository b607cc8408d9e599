/** HTTP of the feature check-in: where students are. */
@NullMarked
package com.emlyon.connect.app.checkin;

import org.jspecify.annotations.NullMarked;
