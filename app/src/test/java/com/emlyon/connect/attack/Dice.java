package com.emlyon.connect.attack;

import java.util.List;
import java.util.Random;

/** Chance that can be had again: the same seed and number throw the same. */
final class Dice {

    private final Random random;

    Dice(long seed, int number) {
        this.random = new Random(seed * 31 + number * 0x9E3779B97F4A7C15L);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
