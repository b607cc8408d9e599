/** SQL statements in files of their own, and one statement for callers that ask at the same time. */
@NullMarked
package com.emlyon.platform.eventstore.sql;

import org.jspecify.annotations.NullMarked;
