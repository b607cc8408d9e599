package com.emlyon.connect.architecture.violations.platform.images;

import org.axonframework.eventhandling.EventMessage;

/** Touches Axon outside of the one package that may. */
record KnowsAxon(EventMessage<?> message) {}
