/** How many requests are served at once, in all and of each account; the others wait for a while or are refused at the door. */
@NullMarked
package com.emlyon.connect.app.admission;

import org.jspecify.annotations.NullMarked;
