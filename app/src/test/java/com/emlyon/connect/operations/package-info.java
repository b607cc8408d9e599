/** What operators see of a running service: health, metrics, logs, and what they see in production. */
@NullMarked
package com.emlyon.connect.operations;

import org.jspecify.annotations.NullMarked;
