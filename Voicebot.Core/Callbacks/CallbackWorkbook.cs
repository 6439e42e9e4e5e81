using SpreadCheetah;
using Voicebot.Core.Csv;
using Voicebot.Core.Figures;
using Voicebot.Core.Kpis;
using Voicebot.Core.Phones;
using Voicebot.Core.Spreadsheets;
using Voicebot.Core.Time;

namespace Voicebot.Core.Callbacks;

/// <summary>People who should be called back as .xlsx, in the order of the list.</summary>
public sealed class CallbackWorkbook(CallbackStore callbacks)
{
    // More than anybody calls; what is further back is said by the number of rows.
    private const int MostRows = 10_000;

    /// <summary>False when there is nobody.</summary>
    public bool Any(CallbackQuery query, ReportingZone zone, CancellationToken cancellation) =>
        callbacks.Count(query, zone, cancellation).Of(query.State) > 0;

    /// <param name="page">Where the dashboard lies, for the links to conversations; null leaves them out.</param>
    /// <param name="maskPhones">Numbers are hidden, in texts and notes, too.</param>
    /// <exception cref="OperationCanceledException">The reader has gone.</exception>
    public async Task WriteAsync(Stream output, CallbackQuery query, ReportingZone zone, ReportLanguage language, Uri? page,
        bool maskPhones, CancellationToken cancellation)
    {
        var list = callbacks.List(query, 1, MostRows, zone, cancellation);
        await using var workbook = await Workbook.CreateAsync(output, cancellation);
        await workbook.BeginSheetAsync(language.Choose("To call back", "Do oddzwonienia"), language.Choose(
            "Last call|Number|Agent|Failed calls|What happened|Criteria not met|Title|Summary|Best time|Last done|When|By|Calls again from"
                + "|Note|Conversation|Link",
            "Ostatnia rozmowa|Numer|Agent|Nieudane rozmowy|Co się stało|Niespełnione kryteria|Tytuł|Podsumowanie|Najlepsza pora"
                + "|Ostatnio|Kiedy|Kto|Dzwonić ponownie od|Notatka|Rozmowa|Link").Split('|'), list.Items.Count, cancellation);
        foreach (var one in list.Items)
            await workbook.AddRowAsync(Cells(workbook, one, list.CriterionNames, zone, language, page, maskPhones), cancellation);
        await workbook.FinishAsync(cancellation);
    }

    private static Cell[] Cells(Workbook workbook, Callback one, IReadOnlyDictionary<string, string> criteria, ReportingZone zone,
        ReportLanguage language, Uri? page, bool maskPhones)
    {
        var client = one.Row.Client();
        string? Shown(string? text) => maskPhones ? client.Within(text) : text;
        Cell At(long? seconds) => workbook.Instant(seconds is { } known ? zone.Local(known) : null);
        var failed = ConversationAnswers.Criteria(one.Row.Criteria).Where(answer => answer.Result == "failure")
            .Select(answer => criteria.GetValueOrDefault(answer.CriterionId, answer.CriterionId));
        return
        [
            At(one.Row.StartTime), Workbook.Text(maskPhones ? PhoneMask.Apply(one.Row.ClientPhone) : one.Row.ClientPhone),
            Workbook.Text(one.Row.AgentName), Workbook.Number((long)one.FailedCount),
            Workbook.Text(string.Join(", ", CallbackReasons.Of(one).Select(reason => CallbackWords.Of(reason, language)))),
            Workbook.Text(string.Join(", ", failed)), Workbook.Text(Shown(one.Row.Title)), Workbook.Text(Shown(one.Row.Summary)),
            Workbook.Text(CallbackWords.Of(one.BestTime, language)),
            Workbook.Text(one.Mark is { } mark ? CallbackWords.Of(mark.State, language) : null), At(one.Mark?.MarkedAt),
            Workbook.Text(one.Mark?.Who), At(one.Mark?.Until), Workbook.Text(Shown(one.Mark?.Note)),
            Workbook.Text(one.Row.ConversationId),
            Workbook.Link(page is null ? null : ConversationLink.Of(page, one.Row.ConversationId)),
        ];
    }
}
