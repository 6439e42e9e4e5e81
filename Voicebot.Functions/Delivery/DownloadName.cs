using System.Globalization;
using System.Text;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Delivery;

/// <summary>What a downloaded file is called: whose conversations it holds, and when they were, in words.</summary>
public static class DownloadName
{
    private const int MaxAgentLength = 60;

    /// <summary>Such as "Customer care, November 2026.csv"; conditions besides agent and period are told, too.</summary>
    /// <param name="agents">The names of those whose conversations it holds; none means all.</param>
    /// <param name="ending">With its dot.</param>
    public static string Of(ReportLanguage language, IEnumerable<string> agents, ConversationFilter filter, string ending)
    {
        var names = agents.ToList();
        var whose = names.Count switch
        {
            0 => language.Choose("All agents", "Wszyscy agenci"),
            1 => Safe(names[0]),
            var many => language.Choose($"{many} agents", $"Agenci ({many})"),
        };
        var part = filter.IsScope ? "" : language.Choose(", selected conversations", ", wybrane rozmowy");
        return $"{whose}, {When(language, filter.Period)}{part}{ending}";
    }

    private static string When(ReportLanguage language, Period period)
    {
        var month = period.Month
            ?? (period is { From: { } from, To: { } to } && Month.Of(from) is var its && from == its.FirstDay && to == its.LastDay
            ? its : null);
        if (month is { } whole)
            return whole.FirstDay.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(language.Choose("en", "pl")));
        return (period.From, period.To) switch
        {
            ({ } first, { } last) when first == last => $"{first:yyyy-MM-dd}",
            ({ } first, { } last) => $"{first:yyyy-MM-dd} – {last:yyyy-MM-dd}",
            ({ } first, null) => language.Choose($"from {first:yyyy-MM-dd}", $"od {first:yyyy-MM-dd}"),
            (null, { } last) => language.Choose($"until {last:yyyy-MM-dd}", $"do {last:yyyy-MM-dd}"),
            _ => language.Choose("all time", "cały okres"),
        };
    }

    /// <summary>No sign that a file system gives a meaning to, and none that hides or turns round what is read.</summary>
    private static string Safe(string name)
    {
        var kept = new StringBuilder(MaxAgentLength);
        foreach (var rune in Shown(name).Normalize().EnumerateRunes())
            if (!IsSpecial(rune) && kept.Length + rune.Utf16SequenceLength <= MaxAgentLength)
                kept.Append(Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        var safe = kept.ToString().Trim(' ', '.');
        return safe.Length == 0 ? "agent" : safe;
    }

    /// <summary>Halves of pairs, which no file name can hold, as U+FFFD, which is left out.</summary>
    private static string Shown(string name) => string.Concat(name.EnumerateRunes());

    private static bool IsSpecial(Rune rune) => rune == Rune.ReplacementChar
        || (rune.IsAscii && "\\/:*?\"<>|".Contains((char)rune.Value, StringComparison.Ordinal))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
