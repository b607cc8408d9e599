/** How fast a view is made from a long history. */
@NullMarked
package com.emlyon.connect.bench.replay;

import org.jspecify.annotations.NullMarked;
