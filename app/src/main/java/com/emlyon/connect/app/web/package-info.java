/** What all routes have in common: answers and failures in the shape of the wire contract, languages, doors for browsers. */
@NullMarked
package com.emlyon.connect.app.web;

import org.jspecify.annotations.NullMarked;
