// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/engine/liveengine.h"

#include "core/engine/core.h"
#include "core/engine/snapshotmaker.h"

namespace omni::engine {

LiveEngine::LiveEngine(Config config, QObject *parent)
    : EngineFace(parent)
    , m_core(new Core(std::move(config)))
{
    qRegisterMetaType<omni::base::Error>();
    qRegisterMetaType<omni::engine::Snapshot>();
    m_snapshot.server = m_core->server();
    m_thread.setObjectName(QStringLiteral("gateway"));
    m_core->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_core, &QObject::deleteLater);
    connect(m_core, &Core::listening, this, &LiveEngine::listening);
    connect(m_core, &Core::failed, this, &LiveEngine::failed);
    connect(m_core, &Core::stopWanted, this, &LiveEngine::stopWanted);
    connect(m_core, &Core::raiseWanted, this, &LiveEngine::raiseWanted);
    connect(m_core, &Core::stopped, this, [this] {
        m_thread.quit();
        m_thread.wait();
        m_core = nullptr;
        emit stopped();
    });
    connect(m_core, &Core::settingsChanged, this, [this](const QHash<QString, QString> &values) {
        m_settings = values;
        emit snapshotChanged();
    });
    connect(m_core, &Core::snapshotReady, this, [this](const Snapshot &snapshot) {
        m_snapshot = snapshot;
        emit snapshotChanged();
    });
}

LiveEngine::~LiveEngine()
{
    if (!m_core)
        return;
    if (!m_thread.isRunning()) {
        delete m_core;
        return;
    }
    // The final shutdown is the one place that waits for the other thread.
    QMetaObject::invokeMethod(
        m_core, [core = m_core] { core->stop(std::chrono::milliseconds(0)); },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void LiveEngine::start()
{
    m_thread.start();
    QMetaObject::invokeMethod(m_core, &Core::start, Qt::QueuedConnection);
}

void LiveEngine::stop(std::chrono::milliseconds patience)
{
    post([patience](Core &core) { core.stop(patience); });
}

void LiveEngine::post(std::function<void(Core &)> command, Done refused)
{
    const base::Error notOpen{
        .code = base::ErrorCode::Internal,
        .detail = QStringLiteral("the database is not open; see the state on Home")};
    if (!m_core) {
        if (refused)
            refused(base::fail(notOpen));
        return;
    }
    QMetaObject::invokeMethod(
        m_core,
        [core = m_core, command = std::move(command), refused = std::move(refused), notOpen] {
            if (core->storage() || !refused)
                command(*core);
            else
                refused(base::fail(notOpen));
        },
        Qt::QueuedConnection);
}

LiveEngine::Done LiveEngine::orReport()
{
    return here<base::Result<void>>(this, [this](const base::Result<void> &outcome) {
        if (!outcome)
            emit commandFailed(outcome.error());
    });
}

void LiveEngine::setPaused(bool paused)
{
    post([paused](Core &core) { core.setPaused(paused); }, orReport());
}

void LiveEngine::usePort(quint16 port, QObject *context, Done done)
{
    const Done answer = here<base::Result<void>>(context, std::move(done));
    post(
        [port, answer](Core &core) {
            core.listen(core.server().host, port);
            if (core.server().port == 0)
                return answer(base::fail(base::ErrorCode::Network, core.server().downDetail));
            core.storage()->settings->set(QStringLiteral("server.port"), QString::number(port),
                                          &core, answer);
        },
        answer);
}

void LiveEngine::cancelRequest(const QByteArray &requestId)
{
    post([requestId](Core &core) { core.gateway()->cancel(requestId); }, orReport());
}

void LiveEngine::saveCombo(const QString &oldName, const route::Combo &combo, QObject *context,
                           Done done)
{
    const Done answer = here<base::Result<void>>(context, std::move(done));
    post([oldName, combo,
          answer](Core &core) { core.storage()->combos->save(oldName, combo, &core, answer); },
         answer);
}

void LiveEngine::removeCombo(const QString &name)
{
    const Done answer = orReport();
    post([name, answer](Core &core) { core.storage()->combos->remove(name, &core, answer); },
         answer);
}

void LiveEngine::useCombo(const QString &name)
{
    setSetting(QStringLiteral("route.activeCombo"), name, this, orReport());
}

void LiveEngine::previewPlan(const route::Combo &combo, bool needsTools, bool needsImages,
                             qint64 inputTokens, QObject *context, Got<QList<PlanLine>> done)
{
    const Got<QList<PlanLine>> answer =
        here<base::Result<QList<PlanLine>>>(context, std::move(done));
    post(
        [combo, needsTools, needsImages, inputTokens, answer](Core &core) {
            const auto plan = core.gateway()->preview(combo, {.model = combo.name,
                                                              .needsTools = needsTools,
                                                              .needsImages = needsImages,
                                                              .inputTokens = inputTokens});
            if (plan)
                answer(planLines(*plan, core.clock()));
            else
                answer(base::fail(plan.error()));
        },
        [answer](const base::Result<void> &refused) { answer(base::fail(refused.error())); });
}

QString LiveEngine::setting(const QString &key) const
{
    return m_settings.value(key);
}

void LiveEngine::setSetting(const QString &key, const QString &jsonValue, QObject *context,
                            Done done)
{
    const Done answer = here<base::Result<void>>(context, std::move(done));
    post([key, jsonValue,
          answer](Core &core) { core.storage()->settings->set(key, jsonValue, &core, answer); },
         answer);
}

} // namespace omni::engine
