// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/sealer.h"

#include <QtEndian>

#include <sodium.h>

namespace omni::store {

using base::ErrorCode;
using base::fail;
using base::Secret;

namespace {

const QByteArray Magic = QByteArrayLiteral("OMNISEAL1\n");
constexpr quint64 Operations = 3;
constexpr quint64 Memory = 64ULL << 20;
/// What a file may ask for; a forged one must not take the computer down.
constexpr quint64 MostOperations = 16;
constexpr quint64 MostMemory = 1ULL << 30;

constexpr qsizetype CheckBytes = crypto_generichash_BYTES_MIN;
constexpr qsizetype SumBytes = crypto_generichash_BYTES_MIN;
constexpr qsizetype KeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype NonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype TagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype CostBytes = 2 * sizeof(quint64);

qsizetype headerBytes()
{
    return Magic.size() + CostBytes + qsizetype(crypto_pwhash_SALTBYTES) + CheckBytes + SumBytes;
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

/// BLAKE2b, with the key when there is one.
QByteArray digest(const QByteArray &text, qsizetype size, const unsigned char *key)
{
    QByteArray out(size, Qt::Uninitialized);
    crypto_generichash(bytes(out), size_t(size), bytes(text), size_t(text.size()), key,
                       key ? size_t(KeyBytes) : 0);
    return out;
}

QByteArray costText(quint64 operations, quint64 memory)
{
    QByteArray out(CostBytes, Qt::Uninitialized);
    qToLittleEndian(operations, out.data());
    qToLittleEndian(memory, out.data() + sizeof(quint64));
    return out;
}

base::Failure damaged(const QString &why)
{
    return fail(ErrorCode::Internal, why);
}

} // namespace

Sealer::Sealer()
    : m_key(static_cast<unsigned char *>(sodium_malloc(size_t(KeyBytes))))
{}

Sealer::~Sealer()
{
    sodium_free(m_key);
}

base::Result<void> Sealer::derive(const Secret &passphrase, quint64 operations, quint64 memory,
                                  const QByteArray &salt)
{
    const QByteArray &text = passphrase.reveal();
    if (!m_key ||
        crypto_pwhash(m_key, size_t(KeyBytes), text.constData(), quint64(text.size()), bytes(salt),
                      operations, size_t(memory), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::Internal,
                    QStringLiteral("the passphrase's key could not be derived: %1 MiB of memory "
                                   "are needed for a moment")
                        .arg(memory >> 20U));
    m_header = Magic + costText(operations, memory) + salt +
               digest(QByteArrayLiteral("passphrase"), CheckBytes, m_key);
    m_header += digest(m_header, SumBytes, nullptr);
    return {};
}

base::Result<std::shared_ptr<const Sealer>> Sealer::make(const Secret &passphrase)
{
    if (passphrase.isEmpty())
        return fail(ErrorCode::InvalidRequest, QStringLiteral("the passphrase is empty"));
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, QStringLiteral("libsodium does not start"));
    QByteArray salt(crypto_pwhash_SALTBYTES, Qt::Uninitialized);
    randombytes_buf(salt.data(), size_t(salt.size()));
    const std::shared_ptr<Sealer> sealer(new Sealer);
    if (auto done = sealer->derive(passphrase, Operations, Memory, salt); !done)
        return fail(done.error());
    return sealer;
}

base::Result<Sealer::Opened> Sealer::open(const QByteArray &sealed, const Secret &passphrase)
{
    if (passphrase.isEmpty())
        return fail(ErrorCode::InvalidRequest, QStringLiteral("the passphrase is empty"));
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, QStringLiteral("libsodium does not start"));
    if (!sealed.startsWith(Magic))
        return damaged(QStringLiteral("it does not begin like a sealed file"));
    if (sealed.size() < headerBytes() + NonceBytes + TagBytes)
        return damaged(QStringLiteral("it was cut off"));
    const QByteArray header = sealed.left(headerBytes());
    const QByteArray summed = header.left(headerBytes() - SumBytes);
    if (digest(summed, SumBytes, nullptr) != header.right(SumBytes))
        return damaged(QStringLiteral("its beginning was changed"));
    const char *cost = header.constData() + Magic.size();
    const auto operations = qFromLittleEndian<quint64>(cost);
    const auto memory = qFromLittleEndian<quint64>(cost + sizeof(quint64));
    if (operations < crypto_pwhash_OPSLIMIT_MIN || operations > MostOperations ||
        memory < crypto_pwhash_MEMLIMIT_MIN || memory > MostMemory)
        return damaged(QStringLiteral("it asks for too much memory or time"));

    const std::shared_ptr<Sealer> sealer(new Sealer);
    const QByteArray salt = header.mid(Magic.size() + CostBytes, crypto_pwhash_SALTBYTES);
    if (auto done = sealer->derive(passphrase, operations, memory, salt); !done)
        return fail(done.error());
    if (!base::equalInConstantTime(sealer->m_header, header))
        return fail(ErrorCode::Forbidden, QStringLiteral("the passphrase is wrong"));

    const QByteArray nonce = sealed.mid(headerBytes(), NonceBytes);
    const QByteArray cipher = sealed.mid(headerBytes() + NonceBytes);
    QByteArray content(cipher.size() - TagBytes, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytes(content), nullptr, nullptr, bytes(cipher), quint64(cipher.size()), bytes(header),
            quint64(header.size()), bytes(nonce), sealer->m_key) != 0)
        return damaged(QStringLiteral("its content was changed or cut off"));
    return Opened{sealer, Secret(content)};
}

QByteArray Sealer::seal(const Secret &content) const
{
    QByteArray nonce(NonceBytes, Qt::Uninitialized);
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    const QByteArray &plain = content.reveal();
    QByteArray cipher(plain.size() + TagBytes, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes(cipher), nullptr, bytes(plain), quint64(plain.size()), bytes(m_header),
        quint64(m_header.size()), nullptr, bytes(nonce), m_key);
    return m_header + nonce + cipher;
}

} // namespace omni::store
