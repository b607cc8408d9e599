/** Decides where a student is. */
@NullMarked
package com.emlyon.connect.command.checkin;

import org.jspecify.annotations.NullMarked;
