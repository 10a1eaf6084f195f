// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace omni::ui::widgets {

/// What a tile shows of a model prefix: up to three letters, else the first two.
[[nodiscard]] QString tileText(const QString &prefix);
void paintTile(QPainter &painter, const Theme &theme, const QRect &rect, const QString &prefix);

/// A provider's sign: its model prefix in a square of 22, 28 or 36.
class ProviderTile : public QWidget
{
    Q_OBJECT

public:
    explicit ProviderTile(Theme &theme, int size = 28, QWidget *parent = nullptr);

    void setPrefix(const QString &prefix);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_prefix;
};

/// A short word on a tinted ground, e.g. a plan.
class Tag : public QWidget
{
    Q_OBJECT

public:
    explicit Tag(Theme &theme, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_text;
};

/// The name of a key, as on the keyboard.
class KeyCap : public QWidget
{
    Q_OBJECT

public:
    explicit KeyCap(Theme &theme, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// Draws one with its right edge at `right`, centred in the rows of `rect`; gives its width.
    static int paint(QPainter &painter, const Theme &theme, const QRect &rect, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_text;
};

} // namespace omni::ui::widgets
