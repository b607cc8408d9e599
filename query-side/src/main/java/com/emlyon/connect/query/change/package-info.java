/** Tells every node that a view has changed, in the moment of the commit. */
@NullMarked
package com.emlyon.connect.query.change;

import org.jspecify.annotations.NullMarked;
