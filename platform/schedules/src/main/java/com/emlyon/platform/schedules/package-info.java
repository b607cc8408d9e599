/** For tests: runs threads that meet under thousands of controlled schedules. */
@NullMarked
package com.emlyon.platform.schedules;

import org.jspecify.annotations.NullMarked;
