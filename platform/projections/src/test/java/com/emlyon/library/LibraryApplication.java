package com.emlyon.library;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application of the library: all that it configures is its domain. */
@SpringBootApplication
class LibraryApplication {}
