/**
 * The common parts of all routes: answers and failures in the format of the wire contract, languages, CORS and security
 * headers.
 */
@NullMarked
package com.emlyon.connect.app.web;

import org.jspecify.annotations.NullMarked;
