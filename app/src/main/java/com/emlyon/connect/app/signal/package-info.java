/** The notifications that nodes send to each other through the database. */
@NullMarked
package com.emlyon.connect.app.signal;

import org.jspecify.annotations.NullMarked;
