/** Connects the service to the built-in PostgreSQL, for operators who do not provide one of their own. */
@NullMarked
package com.emlyon.connect.app.database;

import org.jspecify.annotations.NullMarked;
