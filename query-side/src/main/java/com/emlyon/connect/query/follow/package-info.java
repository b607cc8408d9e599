/** Following history: new facts become rows of the generation that serves, a batch in one transaction with its position. */
@NullMarked
package com.emlyon.connect.query.follow;

import org.jspecify.annotations.NullMarked;
