/** The language of the house: what can be wished (commands) and asked (queries). */
@NullMarked
package com.emlyon.connect.api;

import org.jspecify.annotations.NullMarked;
