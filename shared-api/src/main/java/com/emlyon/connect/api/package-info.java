/** The interface between all parts of the backend: commands, queries, facts and refusals. */
@NullMarked
package com.emlyon.connect.api;

import org.jspecify.annotations.NullMarked;
