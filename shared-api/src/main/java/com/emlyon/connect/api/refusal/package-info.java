/** How the house says no: refusals are values of the domain, carried by one exception. */
@NullMarked
package com.emlyon.connect.api.refusal;

import org.jspecify.annotations.NullMarked;
