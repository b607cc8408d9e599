/** The PostgreSQL that the service brings along for those who bring none. */
@NullMarked
package com.emlyon.connect.app.database;

import org.jspecify.annotations.NullMarked;
