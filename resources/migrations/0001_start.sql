-- SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
-- SPDX-License-Identifier: MIT

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    provider TEXT NOT NULL,
    name TEXT NOT NULL,
    tier TEXT NOT NULL,
    priority INTEGER NOT NULL DEFAULT 0,
    is_paused INTEGER NOT NULL DEFAULT 0,
    has_secret INTEGER NOT NULL DEFAULT 0,
    secret_fingerprint TEXT NOT NULL DEFAULT '',
    secret_hint TEXT NOT NULL DEFAULT '',
    base_url TEXT NOT NULL DEFAULT '',
    proxy TEXT NOT NULL DEFAULT '',
    models TEXT NOT NULL DEFAULT '[]',
    created_ms INTEGER NOT NULL,
    checked_ms INTEGER NOT NULL DEFAULT 0,
    last_used_ms INTEGER NOT NULL DEFAULT 0,
    auth_trouble TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE client_keys (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 BLOB NOT NULL UNIQUE,
    hint TEXT NOT NULL,
    allowed_models TEXT NOT NULL DEFAULT '[]',
    requests_per_minute INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL DEFAULT 0,
    revoked_ms INTEGER NOT NULL DEFAULT 0,
    last_used_ms INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE combos (
    name TEXT PRIMARY KEY,
    strategy TEXT NOT NULL,
    steps TEXT NOT NULL,
    position INTEGER NOT NULL,
    config TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE aliases (
    name TEXT PRIMARY KEY,
    target TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE user_providers (
    id TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;

-- One row a request. An unknown figure is NULL, never 0.
CREATE TABLE exchanges (
    id TEXT PRIMARY KEY,
    started_ms INTEGER NOT NULL,
    client_key_id TEXT NOT NULL,
    client_key_name TEXT NOT NULL,
    program TEXT NOT NULL,
    dialect TEXT NOT NULL,
    requested_model TEXT NOT NULL,
    combo TEXT NOT NULL,
    is_stream INTEGER NOT NULL,
    provider TEXT NOT NULL,
    account_id TEXT NOT NULL,
    account TEXT NOT NULL,
    model TEXT NOT NULL,
    status INTEGER NOT NULL,
    error_code TEXT NOT NULL,
    error_detail TEXT NOT NULL,
    input_tokens INTEGER,
    cached_tokens INTEGER,
    cache_write_tokens INTEGER,
    output_tokens INTEGER,
    reasoning_tokens INTEGER,
    is_estimated INTEGER NOT NULL,
    cost_micros INTEGER,
    first_byte_ms INTEGER,
    total_ms INTEGER NOT NULL,
    trace TEXT NOT NULL,
    losses TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX exchanges_started ON exchanges (started_ms);
