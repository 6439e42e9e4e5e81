using Voicebot.Core.Kpis;

namespace Voicebot.Core.Callbacks;

/// <summary>What a file calls reasons, actions and times.</summary>
internal static class CallbackWords
{
    public static string Of(string word, ReportLanguage language) => word switch
    {
        CallbackReasons.Failure => language.Choose("failed", "niepowodzenie"),
        CallbackReasons.Dropout => language.Choose("broke off", "porzucona"),
        CallbackReasons.Error => language.Choose("technical error", "błąd techniczny"),
        CallbackAction.Wanted => language.Choose("call asked for", "poproszono o telefon"),
        CallbackAction.Reached => language.Choose("reached", "oddzwoniono"),
        CallbackAction.NoAnswer => language.Choose("no answer", "nie odebrano"),
        CallbackAction.Done => language.Choose("done", "załatwione"),
        _ => language.Choose("back on the list", "przywrócono na listę"),
    };

    /// <summary>Null for what is not known.</summary>
    public static string? Of(BestTime? time, ReportLanguage language)
    {
        if (time is null)
            return null;
        var days = time.Days switch
        {
            BestTime.Weekdays => language.Choose("weekdays ", "dni robocze "),
            BestTime.Weekends => language.Choose("weekends ", "weekendy "),
            _ => "",
        };
        return $"{days}{time.FromHour}–{time.ToHour} ({time.Conversations}/{time.Known})";
    }
}
