/** SQL that stands in files of its own. */
@NullMarked
package com.emlyon.connect.query.sql;

import org.jspecify.annotations.NullMarked;
