/** Detects that the database or a master key is unavailable to this node, and makes requests fail at once with 503. */
@NullMarked
package com.emlyon.connect.app.availability;

import org.jspecify.annotations.NullMarked;
