/** The campus event: commands, facts, queries and refusals. */
@NullMarked
package com.emlyon.connect.api.event;

import org.jspecify.annotations.NullMarked;
