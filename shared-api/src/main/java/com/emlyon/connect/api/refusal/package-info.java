/** Refusals of commands: values of the domain, and the exception that carries them. */
@NullMarked
package com.emlyon.connect.api.refusal;

import org.jspecify.annotations.NullMarked;
