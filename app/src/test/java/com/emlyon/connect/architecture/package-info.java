/** The rules of the house that a compiler does not know, each with a proof that it notices when it is broken. */
@NullMarked
package com.emlyon.connect.architecture;

import org.jspecify.annotations.NullMarked;
