/** Sends commands for accounts, waits until the views show what they did, and names the caches of aggregates. */
@NullMarked
package com.emlyon.connect.app.commands;

import org.jspecify.annotations.NullMarked;
