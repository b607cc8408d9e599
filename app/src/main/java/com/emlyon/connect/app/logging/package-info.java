/** Log levels, read and changed while the service runs. */
@NullMarked
package com.emlyon.connect.app.logging;

import org.jspecify.annotations.NullMarked;
