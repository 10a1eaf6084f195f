// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QPushButton>
#include <QToolButton>

namespace omni::ui::widgets {

/// A button with an optional glyph left of its text.
///
/// Primary: one a page. Danger: text in `err`, never a red fill. Quiet: no border until hovered.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind
    {
        Plain,
        Primary,
        Danger,
        Quiet
    };
    explicit Button(Theme &theme, Kind kind = Kind::Plain, QWidget *parent = nullptr);

    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    /// 26 instead of 30 high, small text.
    void setSmall(bool on);
    void setGlyph(const QString &iconName);
    [[nodiscard]] QString glyph() const { return m_glyph; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    [[nodiscard]] QColor fillColor() const;
    [[nodiscard]] QColor lineColor() const;
    [[nodiscard]] QColor textColor() const;

    Theme &m_theme;
    Kind m_kind;
    bool m_isSmall = false;
    QString m_glyph;
};

/// A primary button.
class PrimaryButton : public Button
{
    Q_OBJECT

public:
    explicit PrimaryButton(Theme &theme, QWidget *parent = nullptr)
        : Button(theme, Kind::Primary, parent)
    {}
};

/// A plain small button.
class SmallButton : public Button
{
    Q_OBJECT

public:
    explicit SmallButton(Theme &theme, QWidget *parent = nullptr)
        : Button(theme, Kind::Plain, parent)
    {
        setSmall(true);
    }
};

/// Accent text that acts; at least 24 high.
class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
};

/// A glyph that acts, 24 or 30 px square. Its name is what a screen reader says and the tool tip.
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    IconButton(Theme &theme, const QString &iconName, int size = 24, QWidget *parent = nullptr);

    void setName(const QString &name);
    void setGlyph(const QString &iconName);
    [[nodiscard]] QString glyph() const { return m_glyph; }
    void setGlyphSize(int size);
    void setInk(Ink ink);
    /// A small number at the upper right corner; 0 = none.
    void setBadge(int count);
    [[nodiscard]] int badge() const { return m_badge; }

    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_glyph;
    int m_size;
    int m_glyphSize;
    Ink m_ink = Ink::Text2;
    int m_badge = 0;
};

} // namespace omni::ui::widgets
