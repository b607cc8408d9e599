package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.AccountId;
import java.util.HashMap;
import java.util.Map;

/** Counts the connections of all feeds of this process, and those of each account. */
final class Seats {

    private final int most;
    private final int mostOfAnAccount;
    private final Map<AccountId, Integer> taken = new HashMap<>();
    private int total;

    Seats(int most, int mostOfAnAccount) {
        this.most = most;
        this.mostOfAnAccount = mostOfAnAccount;
    }

    /** Takes a seat, or says why there is none. */
    synchronized Answer take(AccountId account) {
        if (total >= most) {
            return Refusal.PROCESS_FULL;
        }
        if (taken.getOrDefault(account, 0) >= mostOfAnAccount) {
            return Refusal.ACCOUNT_FULL;
        }
        total++;
        taken.merge(account, 1, Integer::sum);
        return new Seat(this, account);
    }

    private synchronized void giveBack(AccountId account) {
        total--;
        taken.computeIfPresent(account, (same, count) -> count == 1 ? null : count - 1);
    }

    /** What somebody is told who wants a seat. */
    sealed interface Answer permits Seat, Refusal {}

    /** A connection that is counted. */
    static final class Seat implements Answer {

        private final Seats seats;
        private final AccountId account;
        private boolean left;

        private Seat(Seats seats, AccountId account) {
            this.seats = seats;
            this.account = account;
        }

        /** Gives it back; the second time this means nothing. */
        synchronized void leave() {
            if (!left) {
                left = true;
                seats.giveBack(account);
            }
        }
    }

    /** Why there is no seat. */
    enum Refusal implements Answer {
        PROCESS_FULL(Farewell.FULL),
        ACCOUNT_FULL(Farewell.TOO_MANY_CONNECTIONS);

        private final Farewell farewell;

        Refusal(Farewell farewell) {
            this.farewell = farewell;
        }

        Farewell farewell() {
            return farewell;
        }
    }
}
