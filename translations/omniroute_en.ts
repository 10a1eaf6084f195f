<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AccountWords</name>
    <message numerus="yes">
        <source>The key works. %n model(s).</source>
        <translation>
            <numerusform>The key works. %n model.</numerusform>
            <numerusform>The key works. %n models.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It answers. %n model(s).</source>
        <translation>
            <numerusform>It answers. %n model.</numerusform>
            <numerusform>It answers. %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionWords</name>
    <message numerus="yes">
        <source>%1 of %n account(s) can answer</source>
        <translation>
            <numerusform>%1 of %n account can answer</numerusform>
            <numerusform>%1 of %n accounts can answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComboProblems</name>
    <message numerus="yes">
        <source>The keys for %n model(s) cannot be read.</source>
        <translation>
            <numerusform>The keys for %n model cannot be read.</numerusform>
            <numerusform>The keys for %n models cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComboSteps</name>
    <message numerus="yes">
        <source>%1, then %n more</source>
        <translation>
            <numerusform>%1, then %n more</numerusform>
            <numerusform>%1, then %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>combo of %n model(s)</source>
        <translation>
            <numerusform>combo of %n model</numerusform>
            <numerusform>combo of %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its models cannot answer</source>
        <translation>
            <numerusform>%n of its models cannot answer</numerusform>
            <numerusform>%n of its models cannot answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComboVerdicts</name>
    <message numerus="yes">
        <source>Last, with %n account(s).</source>
        <translation>
            <numerusform>Last, with %n account.</numerusform>
            <numerusform>Last, with %n accounts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next, with %n account(s).</source>
        <translation>
            <numerusform>Next, with %n account.</numerusform>
            <numerusform>Next, with %n accounts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skipped, %n account(s): %1.</source>
        <translation>
            <numerusform>Skipped, %n account: %1.</numerusform>
            <numerusform>Skipped, %n accounts: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::EditorHead</name>
    <message numerus="yes">
        <source>%n unsaved change(s). Saving affects new requests only.</source>
        <translation>
            <numerusform>%n unsaved change. Saving affects new requests only.</numerusform>
            <numerusform>%n unsaved changes. Saving affects new requests only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::LeaveSheet</name>
    <message numerus="yes">
        <source>Save the changes to %n combo(s)?</source>
        <translation>
            <numerusform>Save the changes to %n combo?</numerusform>
            <numerusform>Save the changes to %n combos?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::ListPane</name>
    <message numerus="yes">
        <source>%n model(s), priority</source>
        <translation>
            <numerusform>%n model, priority</numerusform>
            <numerusform>%n models, priority</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n combo(s)</source>
        <translation>
            <numerusform>%n combo</numerusform>
            <numerusform>%n combos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), in use</source>
        <translation>
            <numerusform>%n model, in use</numerusform>
            <numerusform>%n models, in use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::ProblemNotes</name>
    <message numerus="yes">
        <source>%n further note(s)</source>
        <translation>
            <numerusform>%n further note</numerusform>
            <numerusform>%n further notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::AccountsCard</name>
    <message numerus="yes">
        <source>All %n account(s)</source>
        <translation>
            <numerusform>All %n account</numerusform>
            <numerusform>All %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::AttentionCard</name>
    <message numerus="yes">
        <source>%n more under the bell</source>
        <translation>
            <numerusform>%n more under the bell</numerusform>
            <numerusform>%n more under the bell</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::DayCard</name>
    <message numerus="yes">
        <source>%1: %n request(s)</source>
        <translation>
            <numerusform>%1: %n request</numerusform>
            <numerusform>%1: %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last 24 hours, by hour</source>
        <translation>
            <numerusform>%n request in the last 24 hours, by hour</numerusform>
            <numerusform>%n requests in the last 24 hours, by hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::CatalogPicker</name>
    <message numerus="yes">
        <source>Search %n provider(s)</source>
        <translation>
            <numerusform>Search %n provider</numerusform>
            <numerusform>Search %n providers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::ProviderDetail</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) today</source>
        <translation>
            <numerusform>%n request today</numerusform>
            <numerusform>%n requests today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::ProvidersPage</name>
    <message numerus="yes">
        <source>%n more can be added</source>
        <translation>
            <numerusform>%n more can be added</numerusform>
            <numerusform>%n more can be added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::RemoveSheet</name>
    <message numerus="yes">
        <source>%n combo(s) use it. They skip it from then on.</source>
        <translation>
            <numerusform>%n combo uses it. It skips it from then on.</numerusform>
            <numerusform>%n combos use it. They skip it from then on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::Header</name>
    <message numerus="yes">
        <source>%n thing(s) need attention</source>
        <translation>
            <numerusform>%n thing needs attention</numerusform>
            <numerusform>%n things need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::Palette</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::QuitSheet</name>
    <message numerus="yes">
        <source>%n request(s) still running</source>
        <translation>
            <numerusform>%n request is still running</numerusform>
            <numerusform>%n requests are still running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::Sidebar</name>
    <message numerus="yes">
        <source>%1, %n need(s) attention</source>
        <translation>
            <numerusform>%1, %n needs attention</numerusform>
            <numerusform>%1, %n need attention</numerusform>
        </translation>
    </message>
</context>
</TS>
