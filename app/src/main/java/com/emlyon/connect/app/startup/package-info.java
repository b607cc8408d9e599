/**
 * Checks the database, the folders and the ports before the service starts; each failure is one sentence for the
 * operator.
 */
@NullMarked
package com.emlyon.connect.app.startup;

import org.jspecify.annotations.NullMarked;
