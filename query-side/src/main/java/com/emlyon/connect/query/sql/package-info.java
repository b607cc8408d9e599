/** SQL statements in files of their own. */
@NullMarked
package com.emlyon.connect.query.sql;

import org.jspecify.annotations.NullMarked;
