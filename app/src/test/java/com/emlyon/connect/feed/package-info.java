/** The feed under conditions that the contract does not speak of: slow clients, silent ones, other nodes, nobody at all. */
@NullMarked
package com.emlyon.connect.feed;

import org.jspecify.annotations.NullMarked;
