using System.Globalization;
using Voicebot.Core.Spreadsheets;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Delivery;

/// <summary>What a downloaded file is called: what it holds, whose, and when, in words.</summary>
public static class DownloadName
{
    private const int MaxAgentLength = 60;

    /// <summary>Without the ending, such as "Conversations, Customer care, November 2026".</summary>
    /// <param name="agents">The names of those that were asked for; none means all.</param>
    public static string Of(SheetLanguage language, IEnumerable<string> agents, Period period)
    {
        var names = agents.ToList();
        var whose = names.Count switch
        {
            0 => language.Choose("all agents", "wszyscy agenci"),
            1 => Safe(names[0]),
            var many => language.Choose($"{many} agents", $"agenci ({many})"),
        };
        return $"{language.Choose("Conversations", "Rozmowy")}, {whose}, {When(language, period)}";
    }

    private static string When(SheetLanguage language, Period period)
    {
        var month = period.Month ?? (period is { From: { } from, To: { } to } && Month.Of(from) is var its && from == its.FirstDay && to == its.LastDay ? its : null);
        if (month is { } whole)
            return whole.FirstDay.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(language.Choose("en", "pl")));
        return (period.From, period.To) switch
        {
            ({ } first, { } last) => $"{first:yyyy-MM-dd} – {last:yyyy-MM-dd}",
            ({ } first, null) => language.Choose($"from {first:yyyy-MM-dd}", $"od {first:yyyy-MM-dd}"),
            (null, { } last) => language.Choose($"until {last:yyyy-MM-dd}", $"do {last:yyyy-MM-dd}"),
            _ => language.Choose("all time", "cały okres"),
        };
    }

    /// <summary>No sign that a file system gives a meaning to.</summary>
    private static string Safe(string name)
    {
        var kept = string.Concat(name.Normalize().Where(sign => !char.IsControl(sign) && !"\\/:*?\"<>|".Contains(sign, StringComparison.Ordinal) && !char.IsSurrogate(sign))).Trim(' ', '.');
        return kept.Length == 0 ? "agent" : kept.Length <= MaxAgentLength ? kept : kept[..MaxAgentLength].TrimEnd();
    }
}
