CREATE TABLE about (what TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE failures (id INTEGER PRIMARY KEY, article TEXT, code TEXT, message TEXT);
CREATE TABLE forms (
    id INTEGER PRIMARY KEY,
    speaker INTEGER NOT NULL REFERENCES speakers (id),
    form TEXT NOT NULL,
    rule TEXT,
    mentions INTEGER NOT NULL
);
CREATE TABLE copies (
    article INTEGER PRIMARY KEY REFERENCES articles (id),
    copy_of INTEGER NOT NULL REFERENCES articles (id),
    similarity REAL NOT NULL
);
CREATE TABLE identities (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    wikidata TEXT
);
CREATE TABLE identity_of (
    speaker INTEGER PRIMARY KEY REFERENCES speakers (id),
    identity INTEGER NOT NULL REFERENCES identities (id),
    confidence REAL NOT NULL,
    evidence TEXT NOT NULL
);
CREATE TABLE repeated (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL
);
CREATE TABLE repeated_in (
    quote INTEGER PRIMARY KEY REFERENCES quotes (id),
    repeated INTEGER NOT NULL REFERENCES repeated (id),
    how TEXT NOT NULL,
    difference TEXT NOT NULL
);
CREATE TABLE disagreements (
    id INTEGER PRIMARY KEY,
    quantity INTEGER NOT NULL REFERENCES quantities (id),
    other INTEGER NOT NULL REFERENCES quantities (id),
    likeness REAL NOT NULL
);
