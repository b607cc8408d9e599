/** What the documentation says, compared with the code and with the running service. */
@NullMarked
package com.emlyon.connect.docs;

import org.jspecify.annotations.NullMarked;
