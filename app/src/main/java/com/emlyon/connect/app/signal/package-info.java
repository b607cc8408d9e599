/** What nodes tell each other through the database, to wake each other up. */
@NullMarked
package com.emlyon.connect.app.signal;

import org.jspecify.annotations.NullMarked;
