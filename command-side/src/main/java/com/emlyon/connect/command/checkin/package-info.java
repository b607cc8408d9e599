/** Decides about the check-ins of students. */
@NullMarked
package com.emlyon.connect.command.checkin;

import org.jspecify.annotations.NullMarked;
