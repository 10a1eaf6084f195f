// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>

#include <memory>

namespace omni::store {

/// Closes bytes with a passphrase (libsodium: Argon2id, XChaCha20-Poly1305). The key is derived
/// once and stays in locked memory, so that sealing again is quick.
///
/// The sealed bytes are: magic, cost, salt, a check of the passphrase, a checksum of all that,
/// nonce, cipher text. So a wrong passphrase and a damaged file are told apart.
class Sealer
{
public:
    /// A new salt; takes about a tenth of a second and 64 MiB.
    [[nodiscard]] static base::Result<std::shared_ptr<const Sealer>>
    make(const base::Secret &passphrase);

    struct Opened
    {
        std::shared_ptr<const Sealer> sealer; ///< to seal the next version
        base::Secret content;
    };
    /// Forbidden when the passphrase is wrong; Internal when the bytes are damaged or not ours.
    [[nodiscard]] static base::Result<Opened> open(const QByteArray &sealed,
                                                   const base::Secret &passphrase);

    /// Thread-safe.
    [[nodiscard]] QByteArray seal(const base::Secret &content) const;

    ~Sealer();
    Q_DISABLE_COPY_MOVE(Sealer)

private:
    Sealer();
    [[nodiscard]] base::Result<void> derive(const base::Secret &passphrase, quint64 operations,
                                            quint64 memory, const QByteArray &salt);

    QByteArray m_header;
    unsigned char *m_key = nullptr;
};

} // namespace omni::store
