/** What is stored, shown to administrators as it is stored. */
@NullMarked
package com.emlyon.connect.app.history;

import org.jspecify.annotations.NullMarked;
