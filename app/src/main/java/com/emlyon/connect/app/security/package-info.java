/** Who is calling: passwords, tokens, and which doors are open to whom. */
@NullMarked
package com.emlyon.connect.app.security;

import org.jspecify.annotations.NullMarked;
