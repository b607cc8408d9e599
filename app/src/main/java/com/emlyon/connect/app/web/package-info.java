/** What all routes have in common: bodies in, answers and failures out, in the shape of the wire contract. */
@NullMarked
package com.emlyon.connect.app.web;

import org.jspecify.annotations.NullMarked;
