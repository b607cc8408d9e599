/** The promises about lists that are ready before they are asked for. */
@NullMarked
package com.emlyon.connect.promise.lists;

import org.jspecify.annotations.NullMarked;
