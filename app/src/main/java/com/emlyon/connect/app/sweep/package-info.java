/** Schedules the deletion of expired rows; each package defines its own jobs. */
@NullMarked
package com.emlyon.connect.app.sweep;

import org.jspecify.annotations.NullMarked;
