/** Decides about campus events. */
@NullMarked
package com.emlyon.connect.command.event;

import org.jspecify.annotations.NullMarked;
