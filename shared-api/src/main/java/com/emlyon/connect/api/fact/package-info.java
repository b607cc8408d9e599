/** The common parts of all facts: the interface, the name in the store, and the revision. */
@NullMarked
package com.emlyon.connect.api.fact;

import org.jspecify.annotations.NullMarked;
