/** Normalizes texts of clients to what readers see, so that texts that look the same are equal. */
@NullMarked
package com.emlyon.connect.app.text;

import org.jspecify.annotations.NullMarked;
