package com.emlyon.connect.query.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Reads {@code view.account}. */
interface AccountRows extends Repository<AccountRow, String> {

    Optional<AccountRow> findById(String id);

    List<AccountRow> findAllByIdIn(Collection<String> ids);

    List<AccountRow> findAll();
}
