// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/stateshape.h"

namespace omni::ui::pages::home {

/// Is it running, where, and with which key. Pause and Copy endpoint.
class StateCard : public widgets::Card
{
    Q_OBJECT

public:
    StateCard(widgets::Theme &theme, engine::EngineFace &engine, QWidget *parent = nullptr);

    void setSnapshot(const engine::Snapshot &snapshot);
    void retranslate();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeEndpoint(widgets::Theme &theme);
    [[nodiscard]] QWidget *makeKey(widgets::Theme &theme);
    void arrange();

    engine::EngineFace &m_engine;
    widgets::StateShape *m_shape;
    widgets::Label *m_word;
    widgets::Label *m_sentence;
    widgets::Label *m_endpointCaption = nullptr;
    widgets::ElidedLabel *m_url = nullptr;
    widgets::Label *m_keyCaption = nullptr;
    widgets::Label *m_masked = nullptr;
    widgets::CopyIconButton *m_copyKey = nullptr;
    QWidget *m_endpoint; // made after the parts above, which they fill in
    QWidget *m_key;
    widgets::Button *m_pause;
    widgets::CopyButton *m_copy;
    bool m_isPaused = false;
    bool m_hasKey = false;
    QString m_keyId;
};

} // namespace omni::ui::pages::home
