import { mkdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/**
 * What the cloud's services remember for us: messages, executions, schedules, mails, the clock.
 * A kill loses nothing that was acknowledged; `synchronous = OFF` gives up only what a power cut may take.
 */
export function openDatabase(directory: string): DatabaseSync {
  mkdirSync(directory, { recursive: true })
  const database = new DatabaseSync(`${directory}/local.sqlite`)
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = OFF;
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS intents (id INTEGER PRIMARY KEY, pk TEXT NOT NULL, sk TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS messages (
      id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL,
      sent INTEGER NOT NULL, visible INTEGER NOT NULL, received INTEGER NOT NULL DEFAULT 0, first INTEGER
    ) STRICT;
    CREATE INDEX IF NOT EXISTS messages_visible ON messages (queue, visible);
    CREATE TABLE IF NOT EXISTS executions (
      arn TEXT PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL, input TEXT NOT NULL, status TEXT NOT NULL,
      state TEXT, state_input TEXT, started INTEGER NOT NULL, stopped INTEGER, output TEXT, error TEXT, cause TEXT
    ) STRICT;
    CREATE TABLE IF NOT EXISTS tokens (
      token TEXT PRIMARY KEY, execution TEXT NOT NULL, state TEXT NOT NULL, handed INTEGER NOT NULL DEFAULT 0, answer TEXT
    ) STRICT;
    CREATE TABLE IF NOT EXISTS schedules (
      "group" TEXT NOT NULL, name TEXT NOT NULL, due INTEGER, definition TEXT NOT NULL, PRIMARY KEY ("group", name)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS mails (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
      subject TEXT NOT NULL, html TEXT, text TEXT NOT NULL, raw BLOB NOT NULL
    ) STRICT;
  `)
  return database
}
