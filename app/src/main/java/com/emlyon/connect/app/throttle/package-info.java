/** How often something may be tried before one has to wait. */
@NullMarked
package com.emlyon.connect.app.throttle;

import org.jspecify.annotations.NullMarked;
