/** The campus event: what students create, join and leave. */
@NullMarked
package com.emlyon.connect.api.event;

import org.jspecify.annotations.NullMarked;
