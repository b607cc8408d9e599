/** What operators look at: health and metrics. */
@NullMarked
package com.emlyon.connect.app.operations;

import org.jspecify.annotations.NullMarked;
