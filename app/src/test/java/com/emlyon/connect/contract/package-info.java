/** The wire contract, asked of a running service over real HTTP and real WebSocket. */
@NullMarked
package com.emlyon.connect.contract;

import org.jspecify.annotations.NullMarked;
