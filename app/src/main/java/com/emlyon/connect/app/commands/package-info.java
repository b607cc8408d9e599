/** How commands travel: who sends them, what is tried again, what is kept about them, what is counted. */
@NullMarked
package com.emlyon.connect.app.commands;

import org.jspecify.annotations.NullMarked;
