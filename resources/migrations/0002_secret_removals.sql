-- SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
-- SPDX-License-Identifier: MIT

-- Secrets whose owner is gone and that the secret store must still forget, so that a crash or a
-- locked keyring leaves none behind.
CREATE TABLE secret_removals (
    key TEXT PRIMARY KEY
) STRICT;
