/** What somebody does who means harm, asked of the running service; see docs/security.md. */
@NullMarked
package com.emlyon.connect.attack;

import org.jspecify.annotations.NullMarked;
