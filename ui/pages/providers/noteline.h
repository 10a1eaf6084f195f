// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/stateshape.h"

namespace omni::ui::pages::providers {

/// One fact of an account on a line: shape, an optional name in the fixed font, a sentence, and a
/// link that acts right after it.
class NoteLine : public QWidget
{
    Q_OBJECT

public:
    explicit NoteLine(widgets::Theme &theme, QWidget *parent = nullptr);

    void setState(widgets::State state);
    /// `spoken` is what a screen reader says instead of `text`; empty = the same.
    void setTexts(const QString &mono, const QString &text, const QString &spoken = {});
    /// Empty = no link. `name` is what a screen reader says of it.
    void setAction(const QString &verb, const QString &name);
    [[nodiscard]] widgets::LinkButton *link() const { return m_link; }
    [[nodiscard]] QString text() const { return m_text->text(); }

private:
    void fit();

    widgets::StateShape *m_shape;
    widgets::ElidedLabel *m_mono;
    widgets::Label *m_text;
    widgets::LinkButton *m_link;
};

} // namespace omni::ui::pages::providers
