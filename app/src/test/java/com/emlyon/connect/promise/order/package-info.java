/** The promises about what is read and when: no fact is skipped, writes are read at once, positions are kept. */
@NullMarked
package com.emlyon.connect.promise.order;

import org.jspecify.annotations.NullMarked;
