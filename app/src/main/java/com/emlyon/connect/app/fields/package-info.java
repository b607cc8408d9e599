/** The fields of a request's body: read from JSON or a form, converted leniently, validated strictly. */
@NullMarked
package com.emlyon.connect.app.fields;

import org.jspecify.annotations.NullMarked;
