/** Building a projection's tables again from history, beside those that serve, while everybody goes on reading and writing. */
@NullMarked
package com.emlyon.connect.query.rebuild;

import org.jspecify.annotations.NullMarked;
