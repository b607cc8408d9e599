/** Texts as they are read: what is kept of what a client sends, so that texts that look alike are alike. */
@NullMarked
package com.emlyon.connect.app.text;

import org.jspecify.annotations.NullMarked;
