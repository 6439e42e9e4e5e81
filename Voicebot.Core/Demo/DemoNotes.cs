using Voicebot.Core.Notes;

namespace Voicebot.Core.Demo;

/// <summary>What the demo's company noted on days: its outages and bad weeks, and what it changed this month.</summary>
internal static class DemoNotes
{
    private const int ChangedOn = 2;

    public static IEnumerable<DayNote> Of(DateOnly first, DateOnly today)
    {
        var days = Enumerable.Range(0, today.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToList();
        foreach (var day in days)
        {
            if (DemoMood.Of(day).Outage == DemoOutage.LanguageModel)
                yield return Note(day, "Model językowy nie odpowiadał od 10:00 do 13:00");
            if (DemoMood.Of(day).Outage == DemoOutage.Quota)
                yield return Note(day, "Skończyły się kredyty, przerwa od 10:00 do 13:00");
            if (DemoMood.Of(day).Trouble > 0 && DemoMood.Of(day.AddDays(-1)).Trouble == 0)
                yield return Note(day, "Baza klientów nie odpowiada narzędziom, naprawa do weekendu");
        }
        yield return Note(days[^Math.Clamp(today.Day - ChangedOn + 1, 1, today.Day)], "Krótsze powitanie") with
        {
            AgentId = DemoCompany.Support.Id,
        };
    }

    private static DayNote Note(DateOnly day, string text) => new() { Day = day, Text = text, Role = "owner" };
}
