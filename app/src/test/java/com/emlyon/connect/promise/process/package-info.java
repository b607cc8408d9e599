/** The service as real processes that can be killed, and what students see of them. */
@NullMarked
package com.emlyon.connect.promise.process;

import org.jspecify.annotations.NullMarked;
