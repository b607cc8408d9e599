/** Backs up and restores the facts, the tables that belong to them, and the uploaded pictures. */
@NullMarked
package com.emlyon.connect.app.backup;

import org.jspecify.annotations.NullMarked;
