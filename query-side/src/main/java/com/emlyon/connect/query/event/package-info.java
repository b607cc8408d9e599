/** The view of campus events and who takes part. */
@NullMarked
package com.emlyon.connect.query.event;

import org.jspecify.annotations.NullMarked;
