// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/render.h"

#include "core/control/client/renderers.h"
#include "core/control/client/texttable.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::Json;

namespace {

using Renderer = Rendered (*)(const Json &data, const Style &style);

struct Row
{
    const char *words;
    Renderer renderer;
};

constexpr Row Rows[] = {
    {"status", &renderers::status},
    {"stop", &renderers::stop},
    {"raise", &renderers::nothing},
    {"provider list", &renderers::providerList},
    {"provider show", &renderers::providerShow},
    {"account list", &renderers::accountList},
    {"account add", &renderers::accountAdded},
    {"account test", &renderers::check},
    {"account refresh", &renderers::check},
    {"account pause", &renderers::accountChanged},
    {"account resume", &renderers::accountChanged},
    {"account remove", &renderers::accountRemoved},
    {"model list", &renderers::modelList},
    {"model alias", &renderers::alias},
    {"model custom", &renderers::modelAdded},
    {"combo list", &renderers::comboList},
    {"combo create", &renderers::comboSaved},
    {"combo edit", &renderers::comboSaved},
    {"combo remove", &renderers::comboRemoved},
    {"combo use", &renderers::comboUsed},
    {"combo test", &renderers::plan},
    {"key list", &renderers::keyList},
    {"key create", &renderers::keyMade},
    {"key rotate", &renderers::keyMade},
    {"key revoke", &renderers::keyRevoked},
    {"logs", &renderers::logs},
    {"trace", &renderers::trace},
    {"setting list", &renderers::settingList},
    {"setting get", &renderers::settingValue},
    {"setting set", &renderers::settingChanged},
    {"setting reset", &renderers::settingChanged},
};

} // namespace

Rendered render(const Command &command, const Json &data, const Style &style)
{
    const QByteArray words = command.words().toLatin1();
    Rendered rendered{.out = QString::fromUtf8(data.toJson()) + u'\n'};
    for (const Row &row : Rows) {
        if (words == row.words)
            rendered = row.renderer(data, style);
    }
    if (data["dry_run"].toBool())
        return {.out = {},
                .err = u"Nothing was changed (--dry-run). It would be: "_s +
                       (rendered.err.isEmpty() ? rendered.out : rendered.err)};
    return rendered;
}

QString renderItem(const Json &item, const Style &style)
{
    return renderers::logLine(item, style);
}

QString renderFindings(const QList<Finding> &findings, const Style &style)
{
    qsizetype width = 0;
    for (const Finding &finding : findings)
        width = std::max(width, finding.subject.size());
    QString out;
    for (const Finding &finding : findings) {
        QString mark = tinted(u"ok  "_s, Tint::Good, style);
        if (finding.state == Finding::State::Remark)
            mark = tinted(u"note"_s, Tint::Remark, style);
        else if (finding.state == Finding::State::Bad)
            mark = tinted(u"BAD "_s, Tint::Bad, style);
        out += mark + u"  "_s + finding.subject.leftJustified(width) + u"  "_s + finding.what;
        if (!finding.why.isEmpty())
            out += u": "_s + finding.why;
        if (!finding.todo.isEmpty())
            out += u"\n      "_s + QString(width, u' ') + u"  Do: "_s + finding.todo;
        out += u'\n';
    }
    return out;
}

} // namespace omni::control
