-- Whose work there is. `notes` say what of it was left out, `refused` why it could not be graded (both JSON of
-- texts in two languages).
CREATE TABLE submissions (
    name TEXT PRIMARY KEY,
    present INTEGER NOT NULL,
    notes BLOB,
    refused BLOB
);

-- What the last run left to know for the next.
CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- What a digest of an environment stands for (JSON).
CREATE TABLE environments (
    digest TEXT PRIMARY KEY,
    described BLOB NOT NULL
);

-- Every verdict ever given; the four digests are what it depends on. `result` is JSON of the exercise's report.
CREATE TABLE verdicts (
    id INTEGER PRIMARY KEY,
    submission TEXT NOT NULL,
    exercise TEXT NOT NULL,
    content TEXT NOT NULL,
    checks TEXT NOT NULL,
    answer_key TEXT NOT NULL,
    environment TEXT NOT NULL,
    result BLOB NOT NULL,
    device TEXT,
    in_force INTEGER NOT NULL
);
CREATE UNIQUE INDEX verdict_in_force ON verdicts (submission, exercise) WHERE in_force;
CREATE INDEX verdict_on_work ON verdicts (exercise, content);

-- What a submission's code answered: MessagePack of `StoredWork`. The same for everybody who handed in the same.
CREATE TABLE evidence (
    content TEXT NOT NULL,
    exercise TEXT NOT NULL,
    environment TEXT NOT NULL,
    work BLOB NOT NULL,
    PRIMARY KEY (content, exercise, environment)
);

-- The arrays of evidence and answers, by the digest of their bytes: the same weights stand here once.
CREATE TABLE arrays (
    digest TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
);

-- What the reference answered to a request; `basis` is the digest of what that depends on.
CREATE TABLE answers (
    exercise TEXT NOT NULL,
    basis TEXT NOT NULL,
    request TEXT NOT NULL,
    reply BLOB NOT NULL,
    PRIMARY KEY (exercise, basis, request)
)
