// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/store/filesafety.h"
#include "core/store/sealer.h"
#include "core/store/secretstore.h"

#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QPointer>
#include <QThreadPool>

namespace omni::store {

using base::ErrorCode;
using base::fail;
using base::Json;
using base::Secret;

namespace {

constexpr qint64 LargestFile = 64 << 20;

using Values = QMap<QString, Secret>;

Secret toContent(const Values &values)
{
    Json json = Json::object();
    for (auto it = values.begin(); it != values.end(); ++it)
        json.set(it.key().toUtf8(), Json(it->reveal().toBase64()));
    return Secret(json.toJson());
}

base::Result<Values> fromContent(const Secret &content)
{
    const auto json = Json::parse(content.reveal());
    if (!json || !json->isObject())
        return fail(ErrorCode::Internal, QStringLiteral("its content makes no sense"));
    Values values;
    for (const base::JsonMember &member : json->members())
        values.insert(QString::fromUtf8(member.key),
                      Secret(QByteArray::fromBase64(member.value.toBytes())));
    return values;
}

/// All secrets in one sealed file, which is replaced as a whole with each change. The disk is
/// waited for on a thread of its own.
class FileSecretStore final : public QObject, public SecretStore
{
public:
    FileSecretStore(QString path, std::shared_ptr<const Sealer> sealer, Values values)
        : m_path(std::move(path))
        , m_sealer(std::move(sealer))
        , m_values(std::move(values))
    {
        m_disk.setMaxThreadCount(1); // changes reach the file in order
    }
    ~FileSecretStore() override { m_disk.waitForDone(); }

    QString backend() const override { return QStringLiteral("file"); }

    void read(const QString &key, QObject *context, ReadDone done) override
    {
        const auto found = m_values.constFind(key);
        const auto outcome =
            found != m_values.constEnd()
                ? base::Result<Secret>(*found)
                : fail(ErrorCode::NotFound, QStringLiteral("no secret is stored as %1").arg(key));
        QMetaObject::invokeMethod(
            context, [done = std::move(done), outcome] { done(outcome); }, Qt::QueuedConnection);
    }

    void write(const QString &key, const Secret &value, QObject *context, WriteDone done) override
    {
        change(key, value, context, std::move(done));
    }

    void remove(const QString &key, QObject *context, WriteDone done) override
    {
        if (!m_values.contains(key)) {
            QMetaObject::invokeMethod(
                context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
            return;
        }
        change(key, std::nullopt, context, std::move(done));
    }

    void onUnlocked(QObject *, std::function<void()>) override {} // opened once, for good

private:
    void change(const QString &key, const std::optional<Secret> &value, QObject *context,
                WriteDone done)
    {
        const auto before = valueOf(key);
        put(key, value);
        const QPointer<QObject> asker(context);
        m_disk.start([this, content = toContent(m_values), key, value, before, asker,
                      done = std::move(done)] {
            auto outcome = replaceDurably(m_path, m_sealer->seal(content));
            QMetaObject::invokeMethod(
                this,
                [this, key, value, before, asker, done, outcome] {
                    // What is not in the file must not look as if it were.
                    if (!outcome && valueOf(key) == value)
                        put(key, before);
                    if (asker)
                        done(outcome);
                },
                Qt::QueuedConnection);
        });
    }

    std::optional<Secret> valueOf(const QString &key) const
    {
        const auto found = m_values.constFind(key);
        return found != m_values.constEnd() ? std::optional(*found) : std::nullopt;
    }

    void put(const QString &key, const std::optional<Secret> &value)
    {
        if (value)
            m_values.insert(key, *value);
        else
            m_values.remove(key);
    }

    const QString m_path;
    const std::shared_ptr<const Sealer> m_sealer;
    Values m_values;
    QThreadPool m_disk;
};

base::Failure unusable(const QString &path, const QString &why)
{
    return fail(ErrorCode::Internal,
                QStringLiteral("the file of secrets %1 cannot be used: %2. Nothing was changed. "
                               "Restore it from a copy, or move it away and enter the secrets anew")
                    .arg(path, why));
}

} // namespace

base::Result<std::unique_ptr<SecretStore>> makeFileSecretStore(const QString &path,
                                                               const Secret &passphrase)
{
    if (!QFileInfo::exists(path)) {
        auto sealer = Sealer::make(passphrase);
        if (!sealer)
            return fail(sealer.error());
        return std::make_unique<FileSecretStore>(path, *sealer, Values());
    }
    if (auto good = makePrivate(path); !good)
        return fail(good.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return unusable(path,
                        file.isOpen() ? QStringLiteral("it is too large") : file.errorString());
    const auto opened = Sealer::open(file.readAll(), passphrase);
    if (!opened && opened.error().code == ErrorCode::Forbidden)
        return fail(ErrorCode::Forbidden,
                    QStringLiteral("the passphrase for the file of secrets %1 is wrong. Nothing "
                                   "was changed; try again with the right one")
                        .arg(path));
    if (!opened && opened.error().code == ErrorCode::InvalidRequest)
        return fail(opened.error());
    const auto values = opened ? fromContent(opened->content) : fail(opened.error());
    if (!values)
        return unusable(path, values.error().detail);
    return std::make_unique<FileSecretStore>(path, opened->sealer, *values);
}

} // namespace omni::store
