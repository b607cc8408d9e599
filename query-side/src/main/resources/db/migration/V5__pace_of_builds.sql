-- How fast a build has got on of late, so that everybody who looks, on whatever node and only once, sees how long it will take.
ALTER TABLE view.generation
  ADD COLUMN moved_at timestamptz,      -- when the build applied its latest portion; null when it has just been taken up
  ADD COLUMN pace     double precision; -- facts of its own in a second, the latest counting most; null until it is known
