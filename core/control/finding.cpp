// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/finding.h"

#include <array>

namespace omni::control {

using base::Json;

namespace {

constexpr std::array<const char *, 3> States{"good", "remark", "bad"};

} // namespace

Json findingsJson(const QList<Finding> &findings)
{
    Json list = Json::array();
    for (const Finding &finding : findings)
        list.append(Json::object({{"subject", Json(finding.subject)},
                                  {"state", Json(States.at(size_t(finding.state)))},
                                  {"what", Json(finding.what)},
                                  {"why", Json(finding.why)},
                                  {"do", Json(finding.todo)}}));
    return list;
}

QList<Finding> findingsFromJson(const Json &json)
{
    QList<Finding> findings;
    for (const Json &item : json.items()) {
        Finding finding{.subject = item["subject"].toText(),
                        .what = item["what"].toText(),
                        .why = item["why"].toText(),
                        .todo = item["do"].toText()};
        for (size_t i = 0; i < States.size(); ++i) {
            if (item["state"].toBytes() == States.at(i))
                finding.state = Finding::State(i);
        }
        findings.append(finding);
    }
    return findings;
}

bool hasBad(const QList<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.state == Finding::State::Bad; });
}

} // namespace omni::control
