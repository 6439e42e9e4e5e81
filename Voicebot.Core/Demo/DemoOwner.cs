using Voicebot.Core.Alerts;
using Voicebot.Core.Digests;
using Voicebot.Core.Money;
using Voicebot.Core.Notes;
using Voicebot.Core.Targets;
using Voicebot.Core.Time;

namespace Voicebot.Core.Demo;

/// <summary>Sets up what the demo's owner would have: of each kind only where nobody has set any.</summary>
public sealed class DemoOwner(TargetStore targets, NoteStore notes, MoneySettingsStore money, AlertRuleStore rules,
    AlertChannelStore channels, DigestStore digests)
{
    /// <summary>Of the conversion, in percent: the demo's months lie on both sides of it.</summary>
    private const double Conversion = 65;
    private const int RulesFromTheStart = 2;

    /// <param name="first">The first day of the demo's data.</param>
    public void SetUp(DateOnly first, DateOnly today)
    {
        if (money.Current.Version == 0)
            money.Replace(DemoMoney.Of(today), version: 0);
        if (targets.All().Count == 0 && notes.Of(Period.AllTime, null).Count == 0)
            Annotate(first, today);
        if (rules.All().Count <= RulesFromTheStart)
            Watch();
        if (channels.All().Count == 0 && digests.All().Count == 0)
            digests.Add(DemoAlerts.Digest(channels.Add(DemoAlerts.Mail)));
    }

    private void Annotate(DateOnly first, DateOnly today)
    {
        targets.Add(new Target { Figure = "conversion_rate", Value = Conversion });
        foreach (var note in DemoNotes.Of(first, today))
            notes.Add(note);
    }

    private void Watch()
    {
        var names = rules.All().Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in DemoAlerts.Rules.Where(rule => !names.Contains(rule.Name)))
            rules.Add(rule);
    }
}
