// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>

namespace omni::ui::widgets {

/// On or off. Give it an accessible name.
class Switch : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Switch(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {34, 24}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
};

class CheckBox : public QCheckBox
{
    Q_OBJECT

public:
    explicit CheckBox(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &at) const override { return rect().contains(at); }

private:
    Theme &m_theme;
};

class RadioButton : public QRadioButton
{
    Q_OBJECT

public:
    explicit RadioButton(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &at) const override { return rect().contains(at); }

private:
    Theme &m_theme;
};

/// A choice from a list. Items may be in the fixed font (model names).
class ComboBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ComboBox(Theme &theme, Type type = Type::Body, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    Theme &m_theme;
    Type m_type;
};

/// A field with a magnifying glass; Esc empties it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(Theme &theme, QWidget *parent = nullptr);

    /// Placeholder and accessible name in one.
    void setHint(const QString &hint);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *m_glass = nullptr;
};

} // namespace omni::ui::widgets
