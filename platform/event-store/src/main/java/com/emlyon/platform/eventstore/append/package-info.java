/** Appends the facts of commands: one writer on each node, many commands in one commit, positions without gaps. */
@NullMarked
package com.emlyon.platform.eventstore.append;

import org.jspecify.annotations.NullMarked;
