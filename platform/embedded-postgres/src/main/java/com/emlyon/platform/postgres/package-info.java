/** A PostgreSQL that an application brings along, starts and stops, for those who do not provide one of their own. */
@NullMarked
package com.emlyon.platform.postgres;

import org.jspecify.annotations.NullMarked;
