/** The command line of the runnable jar. */
@NullMarked
package com.emlyon.connect.app.cli;

import org.jspecify.annotations.NullMarked;
