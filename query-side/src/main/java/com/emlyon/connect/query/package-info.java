/** The read model: what the history means today. */
@NullMarked
package com.emlyon.connect.query;

import org.jspecify.annotations.NullMarked;
