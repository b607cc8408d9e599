/** The promise that what was acknowledged survives the death of every process. */
@NullMarked
package com.emlyon.connect.promise.durable;

import org.jspecify.annotations.NullMarked;
