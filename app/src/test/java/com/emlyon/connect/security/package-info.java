/** What keeps the service safe beside the words of the contract: time, headers, load. */
@NullMarked
package com.emlyon.connect.security;

import org.jspecify.annotations.NullMarked;
