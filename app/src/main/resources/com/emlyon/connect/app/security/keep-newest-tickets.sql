-- Deletes the expired tickets of an account, and all but its newest :most.
DELETE FROM store.ticket
WHERE account = :account
  AND (valid_until <= :now
    OR hash IN (SELECT hash FROM store.ticket WHERE account = :account ORDER BY number DESC OFFSET :most))
