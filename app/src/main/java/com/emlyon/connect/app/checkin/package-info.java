/** HTTP of the feature check-in: who is where. */
@NullMarked
package com.emlyon.connect.app.checkin;

import org.jspecify.annotations.NullMarked;
