-- How many facts a generation does without because an operator has discarded them. Nodes that follow history compare it: they cannot go on from
-- what they knew before to tables that lack such facts. Nodes of a former version work with the column, too.
ALTER TABLE view.generation ADD COLUMN discarded bigint NOT NULL DEFAULT 0;
