/** What every fact has in common: its name in the store, and its revision. */
@NullMarked
package com.emlyon.connect.api.fact;

import org.jspecify.annotations.NullMarked;
