/** Shows administrators the facts as they are stored. */
@NullMarked
package com.emlyon.connect.app.history;

import org.jspecify.annotations.NullMarked;
