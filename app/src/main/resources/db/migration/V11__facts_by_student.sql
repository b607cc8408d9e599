-- Finds the campus events that a student has created, joined or left, for those who ask what is held about them.
CREATE INDEX fact_by_student ON store.fact ((coalesce(payload ->> 'account', payload ->> 'creator')), position)
  WHERE type IN ('EventCreated', 'EventJoined', 'EventLeft');
