/** What must hold before the service starts: the database, the folders and the ports; each failure is one sentence for the operator. */
@NullMarked
package com.emlyon.connect.app.startup;

import org.jspecify.annotations.NullMarked;
