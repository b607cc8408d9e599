/** The commands of the runnable jar, run as operators do. */
@NullMarked
package com.emlyon.connect.cli;

import org.jspecify.annotations.NullMarked;
