/** What a running service does under load. */
@NullMarked
package com.emlyon.connect.bench.load;

import org.jspecify.annotations.NullMarked;
