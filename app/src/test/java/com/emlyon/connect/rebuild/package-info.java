/** Operators have views built again: over HTTP, from the command line, and watching it live. */
@NullMarked
package com.emlyon.connect.rebuild;

import org.jspecify.annotations.NullMarked;
