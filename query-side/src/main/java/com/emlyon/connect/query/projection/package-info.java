/** What a projection is: which facts concern it, and what each of them means for its tables. */
@NullMarked
package com.emlyon.connect.query.projection;

import org.jspecify.annotations.NullMarked;
