/** The settings of operators, checked and translated before the service starts. */
@NullMarked
package com.emlyon.connect.app.settings;

import org.jspecify.annotations.NullMarked;
