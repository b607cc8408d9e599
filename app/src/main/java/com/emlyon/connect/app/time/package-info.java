/** The time that all nodes share: the one of their database. */
@NullMarked
package com.emlyon.connect.app.time;

import org.jspecify.annotations.NullMarked;
