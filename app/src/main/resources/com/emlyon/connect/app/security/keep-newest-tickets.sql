-- Forgets the tickets of an account that have expired, and the oldest of too many.
DELETE FROM store.ticket
WHERE account = :account
  AND (valid_until <= :now
    OR hash IN (SELECT hash FROM store.ticket WHERE account = :account ORDER BY number DESC OFFSET :most))
