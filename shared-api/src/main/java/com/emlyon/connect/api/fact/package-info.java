/** What every fact has in common: its name in the store, its revision, and which of its components are personal. */
@NullMarked
package com.emlyon.connect.api.fact;

import org.jspecify.annotations.NullMarked;
