/** What it costs to tell many connected clients what happens. */
@NullMarked
package com.emlyon.connect.bench.feed;

import org.jspecify.annotations.NullMarked;
