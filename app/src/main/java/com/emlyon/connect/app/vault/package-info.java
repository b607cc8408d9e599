/** The keys of persons, wrapped by a master key, and the values that they seal. */
@NullMarked
package com.emlyon.connect.app.vault;

import org.jspecify.annotations.NullMarked;
