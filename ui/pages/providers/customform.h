// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QTimer>

namespace omni::ui::pages::providers {

class Field;
class HeaderRows;

/// A provider of the user's own: name, prefix, dialect, address, headers. Says live what does not
/// fit, but only of fields that were touched or asked for.
class CustomForm : public QWidget
{
    Q_OBJECT

public:
    CustomForm(widgets::Theme &theme, QWidget *parent);

    /// Prefixes and ids that exist already, with the names of their providers.
    void setTaken(const QHash<QString, QString> &taken) { m_taken = taken; }
    void setName(const QString &name);
    void setFormat(chat::Format format);
    [[nodiscard]] engine::CustomProviderDraft draft() const;
    /// Shows every problem and goes to the first. False while there is one.
    bool validate();
    /// Of the engine that refused the draft.
    void showError(const base::Error &error);
    void focusFirst();
    void retranslate();

private:
    void build(widgets::Theme &theme);
    void suggestPrefix();
    void judge();
    void judgeUrl();

    QLineEdit *m_name;
    QLineEdit *m_prefix;
    QLineEdit *m_url;
    widgets::Segments *m_dialect;
    widgets::CheckBox *m_plainHttp;
    HeaderRows *m_headers;
    Field *m_nameField;
    Field *m_prefixField;
    Field *m_dialectField;
    Field *m_urlField;
    Field *m_headersField;
    widgets::Label *m_refusal;
    QTimer m_pause;
    QHash<QString, QString> m_taken;
    bool m_isPrefixOwn = false;
    bool m_isUrlTouched = false;
    bool m_wasAsked = false;
};

} // namespace omni::ui::pages::providers
