/** Sets of characters, by their properties in Unicode. */
@NullMarked
package com.emlyon.connect.api.text;

import org.jspecify.annotations.NullMarked;
