-- The read model: what the history means today. It can be thrown away and built anew from store.fact.
CREATE SCHEMA IF NOT EXISTS view;

-- Names are sorted as French readers expect, whatever the locale of the server.
CREATE COLLATION IF NOT EXISTS view.french (provider = icu, locale = 'fr');

CREATE TABLE view.account (
  id         text        PRIMARY KEY,
  email      text        NOT NULL,
  name       text        NOT NULL COLLATE view.french,
  promotion  text        NOT NULL,
  avatar_url text        NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX account_by_name ON view.account (name, id);

-- One row an account: a new check-in takes the place of the former.
CREATE TABLE view.check_in (
  account   text             PRIMARY KEY,
  id        text             NOT NULL UNIQUE,
  place     text             NOT NULL,
  latitude  double precision NOT NULL,
  longitude double precision NOT NULL,
  emoji     text,
  at        timestamptz      NOT NULL
);
CREATE INDEX check_in_by_time ON view.check_in (at DESC);

CREATE TABLE view.event (
  id          text        PRIMARY KEY,
  creator     text        NOT NULL,
  title       text        NOT NULL,
  description text        NOT NULL,
  date        timestamptz NOT NULL
);
CREATE INDEX event_by_date ON view.event (date, id);
CREATE INDEX event_by_creator ON view.event (creator);

CREATE TABLE view.attendance (
  event   text   NOT NULL REFERENCES view.event ON DELETE CASCADE,
  account text   NOT NULL,
  joined  bigint NOT NULL, -- position of the fact: the order of joining
  PRIMARY KEY (event, account)
);
CREATE INDEX attendance_by_account ON view.attendance (account);
