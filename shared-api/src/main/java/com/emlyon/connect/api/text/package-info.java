/** What characters look like, as Unicode describes them. */
@NullMarked
package com.emlyon.connect.api.text;

import org.jspecify.annotations.NullMarked;
