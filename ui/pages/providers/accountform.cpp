// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/accountform.h"

#include "ui/pages/providers/baseurl.h"
#include "ui/pages/providers/field.h"
#include "ui/pages/providers/keycheck.h"
#include "ui/pages/providers/keyfield.h"
#include "ui/pages/providers/providerwords.h"
#include "ui/widgets/notepanel.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

using widgets::Type;

namespace {

constexpr std::chrono::milliseconds TypingPause{300};
/// Shorter ones are still being typed: asking about them would only collect refusals.
constexpr int ShortestKey = 12;

QString freeName(const QString &wish, const QStringList &names)
{
    QString name = wish;
    for (int number = 2; names.contains(name, Qt::CaseInsensitive); ++number)
        name = QStringLiteral("%1 %2").arg(wish).arg(number);
    return name;
}

} // namespace

AccountForm::AccountForm(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_column(new QVBoxLayout(this))
    , m_name(new QLineEdit(this))
    , m_key(new KeyField(theme, this))
    , m_url(new QLineEdit(this))
    , m_tier(new widgets::ComboBox(theme, Type::Body, this))
    , m_checkButton(new widgets::Button(theme, widgets::Button::Kind::Plain, this))
    , m_advanced(new widgets::LinkButton(theme, this))
    , m_getKey(new widgets::LinkButton(theme, this))
    , m_check(new KeyCheck(engine, theme, this))
    , m_risk(new widgets::NotePanel(theme, widgets::NotePanel::Kind::Info, this))
{
    build(theme);
    connectParts();
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    retranslate();
}

void AccountForm::build(widgets::Theme &theme)
{
    m_name->setObjectName(QStringLiteral("newAccountName"));
    m_name->setMaxLength(100);
    m_url->setObjectName(QStringLiteral("accountUrl"));
    m_url->setFont(theme.font(Type::MonoRow));
    m_tier->setObjectName(QStringLiteral("tier"));
    m_checkButton->setObjectName(QStringLiteral("check"));
    m_advanced->setObjectName(QStringLiteral("advanced"));
    m_advanced->setCheckable(true);
    m_getKey->setObjectName(QStringLiteral("getKey"));

    m_nameField = new Field(theme, m_name, m_name, this);
    auto *keyRow = new QWidget(this);
    auto *keys = new QHBoxLayout(keyRow);
    keys->setContentsMargins(0, 0, 0, 0);
    keys->setSpacing(8);
    keys->addWidget(m_key, 1);
    keys->addWidget(m_checkButton);
    m_keyField = new Field(theme, keyRow, m_key->edit(), this);
    m_keyField->setSideWidget(m_getKey);
    m_urlField = new Field(theme, m_url, m_url, this);
    m_tierField = new Field(theme, m_tier, nullptr, this);
    m_tierField->hide();

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(14);
    m_column->addWidget(m_nameField);
    m_column->addWidget(m_keyField);
    m_column->addWidget(m_check);
    m_column->addWidget(m_risk);
    m_column->addWidget(m_advanced, 0, Qt::AlignLeading);
    m_column->addWidget(m_urlField);
    m_column->addWidget(m_tierField);
    m_column->addStretch(1);
}

void AccountForm::connectParts()
{
    connect(&m_pause, &QTimer::timeout, this, &AccountForm::check);
    connect(m_key, &KeyField::changed, this, &AccountForm::checkSoon);
    connect(m_key, &KeyField::pasted, this, [this] { check(); });
    connect(m_url, &QLineEdit::textEdited, this, [this] {
        m_urlField->setProblem({});
        m_check->cancel();
    });
    connect(m_checkButton, &QPushButton::clicked, this, [this] {
        if (validate())
            check();
    });
    connect(m_check, &KeyCheck::saveAnywayRequested, this, [this] {
        if (validate())
            save(false);
    });
    connect(m_check, &KeyCheck::stateChanged, this,
            [this] { m_checkButton->setEnabled(m_check->state() != KeyCheck::State::Running); });
    connect(m_advanced, &QPushButton::toggled, this, &AccountForm::showAdvanced);
    connect(m_getKey, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(m_provider.keyPage); });
}

void AccountForm::setProvider(const catalog::Provider &provider, const QStringList &names)
{
    stop();
    m_provider = provider;
    m_name->setText(freeName(provider.name, names));
    m_key->clear();
    m_url->clear();
    m_column->removeWidget(m_urlField);
    m_column->insertWidget(m_column->indexOf(needsOwnAddress(provider) ? m_keyField : m_tierField),
                           m_urlField);
    for (Field *field : {m_nameField, m_keyField, m_urlField})
        field->setProblem({});
    m_check->cancel();
    m_getKey->setVisible(!provider.keyPage.isEmpty());
    m_risk->setVisible(!provider.risk.isEmpty());
    m_advanced->setChecked(false);
    showAdvanced(false);
    fillTiers();
    retranslate();
    if (!needsKey())
        check();
}

void AccountForm::fillTiers()
{
    m_tier->clear();
    for (const catalog::Tier tier : {catalog::Tier::Subscription, catalog::Tier::Free,
                                     catalog::Tier::Cheap, catalog::Tier::ApiKey})
        m_tier->addItem(tierWord(tier), int(tier));
    m_tier->setCurrentIndex(m_tier->findData(int(m_provider.tier)));
}

void AccountForm::retranslate()
{
    m_nameField->setName(tr("Name in OmniRoute"));
    m_keyField->setName(needsKey() ? tr("Key") : tr("Key, if it asks for one"));
    m_getKey->setText(tr("Get a key"));
    m_getKey->setAccessibleName(tr("Get a key at %1").arg(m_provider.keyPage.host()));
    m_getKey->setToolTip(m_provider.keyPage.toString());
    m_getKey->updateGeometry();
    m_checkButton->setText(tr("Check"));
    m_advanced->setText(m_advanced->isChecked() ? tr("Hide advanced") : tr("Advanced"));
    m_advanced->updateGeometry();
    m_tierField->setName(tr("Counts as"));
    m_tier->setAccessibleName(tr("Counts as"));
    m_tierField->setHint(tr("Says in which order frugal combos use it."));
    const bool isOwn = needsOwnAddress(m_provider);
    m_urlField->setName(isOwn ? tr("Your address there") : tr("Another address"));
    m_url->setPlaceholderText(isOwn ? m_provider.baseUrlForm : m_provider.baseUrl.toString());
    m_risk->setTexts({}, m_provider.risk);
    m_key->retranslate();
    m_check->retranslate();
}

bool AccountForm::needsKey() const
{
    return !needsNoKey(m_provider);
}

engine::AccountDraft AccountForm::draft() const
{
    engine::AccountDraft draft{.provider = m_provider.id, .name = m_name->text().trimmed()};
    const auto tier = catalog::Tier(m_tier->currentData().toInt());
    if (tier != m_provider.tier)
        draft.tier = tier;
    if (const QString url = m_url->text().trimmed(); !url.isEmpty())
        draft.baseUrl = QUrl(url);
    return draft;
}

bool AccountForm::validate()
{
    m_nameField->setProblem(m_name->text().trimmed().isEmpty() ? tr("Give the account a name.")
                                                               : QString());
    QString wrongKey;
    if (m_key->hasBlanks())
        wrongKey = tr("There are blanks inside the key: was more copied than the key?");
    else if (m_key->isEmpty() && needsKey())
        wrongKey = tr("Put in the key first.");
    m_keyField->setProblem(wrongKey);
    QString wrongUrl;
    if (const QString url = m_url->text().trimmed(); !url.isEmpty()) {
        const UrlVerdict verdict = judgeBaseUrl(url);
        wrongUrl = verdict.isOpenHttp ? tr("http is for this computer and your network; use https.")
                                      : verdict.problem;
    } else if (needsOwnAddress(m_provider)) {
        wrongUrl = tr("Every account has its own address there: put it in.");
    }
    m_urlField->setProblem(wrongUrl);
    if (!m_nameField->problem().isEmpty())
        m_name->setFocus();
    else if (!wrongUrl.isEmpty())
        m_url->setFocus();
    else if (!wrongKey.isEmpty())
        m_key->setFocus();
    else
        return true;
    return false;
}

void AccountForm::checkSoon()
{
    m_check->cancel();
    m_keyField->setProblem(m_key->hasBlanks() ? tr("There are blanks inside the key: was more "
                                                   "copied than the key?")
                                              : QString());
    if (m_key->key().reveal().size() >= ShortestKey && !m_key->hasBlanks())
        m_pause.start();
    else
        m_pause.stop();
}

void AccountForm::check()
{
    m_pause.stop();
    // By itself it neither complains nor takes the focus away.
    const bool lacksAddress = needsOwnAddress(m_provider) && m_url->text().trimmed().isEmpty();
    if (m_isAdding || lacksAddress || m_key->hasBlanks() || (m_key->isEmpty() && needsKey()))
        return;
    m_check->start(draft(), m_key->key(), !m_key->isEmpty());
}

void AccountForm::add()
{
    m_pause.stop();
    if (!m_isAdding && validate())
        save(true);
}

void AccountForm::save(bool withCheck)
{
    m_check->showBusy(withCheck ? tr("Checking the key, then adding the account")
                                : tr("Adding the account"));
    setAdding(true);
    m_engine.addAccount(draft(), m_key->key(), withCheck, this,
                        [this](const base::Result<QString> &id) {
                            setAdding(false);
                            if (id)
                                emit added(*id);
                            else
                                m_check->showError(id.error());
                        });
}

void AccountForm::setAdding(bool on)
{
    m_isAdding = on;
    for (QWidget *part : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_key),
                          static_cast<QWidget *>(m_url), static_cast<QWidget *>(m_tier)})
        part->setEnabled(!on);
    emit isAddingChanged();
}

void AccountForm::showAdvanced(bool on)
{
    m_tierField->setVisible(on);
    m_urlField->setVisible(on || needsOwnAddress(m_provider));
    retranslate();
}

void AccountForm::focusFirst()
{
    if (needsOwnAddress(m_provider))
        m_url->setFocus();
    else if (needsKey())
        m_key->setFocus();
    else
        m_name->setFocus();
}

void AccountForm::stop()
{
    m_pause.stop();
    m_check->cancel();
}

} // namespace omni::ui::pages::providers
