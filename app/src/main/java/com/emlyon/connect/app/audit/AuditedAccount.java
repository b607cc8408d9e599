package com.emlyon.connect.app.audit;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.web.PageLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what the trail says about one account, for its holder. */
@Component
public class AuditedAccount {

    private final AuditTable table;

    AuditedAccount(AuditTable table) {
        this.table = table;
    }

    /** Returns all entries about the account, and about what it did, newest first. */
    public List<EntryAnswer> entriesOf(AccountId account) {
        List<EntryAnswer> entries = new ArrayList<>();
        List<EntryAnswer> page = pageOf(account, Long.MAX_VALUE);
        while (!page.isEmpty()) {
            entries.addAll(page);
            page = pageOf(account, page.getLast().number());
        }
        return entries;
    }

    private List<EntryAnswer> pageOf(AccountId account, long before) {
        return table.find(new Search(
                before,
                PageLimit.HIGHEST,
                Optional.empty(),
                Optional.of(account.value()),
                Optional.empty(),
                Optional.empty()));
    }
}
