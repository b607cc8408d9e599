/** Dispatches commands, retries them on conflict, stores metadata about them with their facts, and counts them. */
@NullMarked
package com.emlyon.connect.app.commands;

import org.jspecify.annotations.NullMarked;
