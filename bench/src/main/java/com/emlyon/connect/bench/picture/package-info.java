/** What the upload of a large picture costs in processor time and memory. */
@NullMarked
package com.emlyon.connect.bench.picture;

import org.jspecify.annotations.NullMarked;
