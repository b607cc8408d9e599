/** Keys of persons, wrapped by a master key, and what they seal. */
@NullMarked
package com.emlyon.connect.app.vault;

import org.jspecify.annotations.NullMarked;
