// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace omni::ui::widgets {

/// One bar for each value, the last one in the accent; a base line and captions below. Tool tips
/// give each bar in words; give the whole an accessible name that says what it shows.
class HourBars : public QWidget
{
    Q_OBJECT

public:
    struct Bar
    {
        int value = 0;
        QString words; ///< tool tip, e.g. "13:00: 12 requests"
        bool operator==(const Bar &) const = default;
    };

    explicit HourBars(Theme &theme, QWidget *parent = nullptr);

    /// `captions` stand evenly below, the first at the left edge, the last at the right.
    void setBars(const QList<Bar> &bars, const QStringList &captions);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect plotRect() const;

    Theme &m_theme;
    QList<Bar> m_bars;
    QStringList m_captions;
};

} // namespace omni::ui::widgets
