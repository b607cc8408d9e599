/** Reactions to facts, such as commands: they follow history as projections do, but write no tables. */
@NullMarked
package com.emlyon.platform.projections.reaction;

import org.jspecify.annotations.NullMarked;
