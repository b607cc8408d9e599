package com.emlyon.connect.app.parking;

import com.emlyon.connect.app.history.FactAnswer;
import java.util.List;

/**
 * A parked fact, and the facts that wait behind it.
 *
 * @param fact as it is stored
 * @param parked where it is parked, and why: by the tables that readers see, and by those that are being built
 * @param followedBy the positions of the facts of its stream that wait behind it
 */
public record ParkedFactInDetail(FactAnswer fact, List<ParkedFact> parked, List<Long> followedBy) {}
