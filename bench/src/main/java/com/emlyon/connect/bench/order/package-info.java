/** What the order of facts costs: ways to append, side by side. */
@NullMarked
package com.emlyon.connect.bench.order;

import org.jspecify.annotations.NullMarked;
