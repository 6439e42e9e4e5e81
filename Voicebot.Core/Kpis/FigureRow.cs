using System.Globalization;

namespace Voicebot.Core.Kpis;

/// <summary>One figure as files and messages show it.</summary>
/// <param name="Field">As the API calls it.</param>
/// <param name="N">How many conversations (or results) stand behind it; null where it is a count itself.</param>
internal sealed record FigureRow(string Field, string English, string Polish, string Unit, Func<KpiFigures, double?> Value,
    Func<KpiFigures,
    long>? N, string Definition, string PolishDefinition)
{
    private const string AnalysedBy = "by the analysis of ElevenLabs";
    private const string AnalysedByPolish = "według analizy ElevenLabs";

    /// <summary>All of them, in the order of the KPIs.</summary>
    public static IReadOnlyList<FigureRow> All { get; } =
    [
        Count("total_conversations", "Conversations", "Rozmowy", one =>
            one.TotalConversations, "all of the selection", "wszystkie z wyboru"),
        Count("finished_count", "Finished", "Zakończone", one => one.FinishedCount, "status done or failed", "status done lub failed"),
        Count("in_progress_count", "In progress", "W toku", one =>
            one.InProgressCount, "neither done nor failed yet", "jeszcze ani done, ani failed"),
        Rate("conversion_rate", "Conversion", "Konwersja", one => one.ConversionRate, "success / finished", "sukces / zakończone"),
        Count("successful_count", "Success", "Sukces", one => one.SuccessfulCount, "evaluated as success", "ocenione jako sukces"),
        Count("failed_count", "Failure", "Niepowodzenie", one => one.FailedCount, "evaluated as failure", "ocenione jako niepowodzenie"),
        Count("unknown_count", "Unknown", "Nieznany", one =>
            one.UnknownCount, "neither of the two; no failure", "ani jedno, ani drugie; to nie niepowodzenie"),
        Rate("connection_rate", "Connections", "Połączenia", one => one.ConnectionRate, "done / finished", "done / zakończone"),
        Count("done_calls", "Connected", "Połączone", one => one.DoneCalls, "status done", "status done"),
        Count("failed_calls", "Not connected", "Niepołączone", one => one.FailedCalls, "status failed", "status failed"),
        Rate("transfer_rate", "Transfers to a person", "Przekazania do konsultanta", one =>
            one.TransferRate, "handed over to a person / finished", "przekazane człowiekowi / zakończone"),
        Count("transfer_count", "Transferred", "Przekazane", one => one.TransferCount, "handed over to a person",
            "przekazane człowiekowi"),
        Count("agent_handover_count", "Hand-overs between agents", "Przekazania między agentami", one =>
            one.AgentHandoverCount, "to another AI agent", "do innego agenta AI"),
        Rate("dropout_rate", "Drop-outs", "Porzucone", one =>
            one.DropoutRate, "done without success or transfer, broken off by the far end / finished",
            "done bez sukcesu i przekazania, przerwane przez rozmówcę / zakończone"),
        Count("dropout_count", "Dropped out", "Liczba porzuconych", one => one.DropoutCount, "as above, counted", "jak wyżej, liczba"),
        Rate("error_rate", "Technical errors", "Błędy techniczne", one =>
            one.ErrorRate, "failed or with an error, not reached calls (busy, no answer, voicemail) aside / finished",
            "nieudane lub z błędem, bez nieodebranych, zajętych i poczty głosowej / zakończone"),
        Count("technical_errors", "With a technical error", "Z błędem technicznym", one =>
            one.TechnicalErrors, "as above, counted", "jak wyżej, liczba"),
        new("avg_duration_secs", "Duration, mean", "Czas rozmowy, średnio", "s", one => one.AvgDurationSecs, one =>
            one.DurationCount, "over durations above 0", "po czasach powyżej 0"),
        new("median_duration_secs", "Duration, median", "Czas rozmowy, mediana", "s", one => one.MedianDurationSecs, one =>
            one.DurationCount, "as PERCENTILE.INC", "jak PERCENTYL.PRZEDZ.ZAMK"),
        new("min_duration_secs", "Duration, shortest", "Czas rozmowy, najkrótszy", "s", one => one.MinDurationSecs, one =>
            one.DurationCount, "over durations above 0", "po czasach powyżej 0"),
        new("max_duration_secs", "Duration, longest", "Czas rozmowy, najdłuższy", "s", one => one.MaxDurationSecs, one =>
            one.DurationCount, "over durations above 0", "po czasach powyżej 0"),
        new("p90_duration_secs", "Duration, 90th percentile", "Czas rozmowy, 90. percentyl", "s", one => one.P90DurationSecs, one =>
            one.DurationCount, "as PERCENTILE.INC", "jak PERCENTYL.PRZEDZ.ZAMK"),
        new("p95_duration_secs", "Duration, 95th percentile", "Czas rozmowy, 95. percentyl", "s", one => one.P95DurationSecs, one =>
            one.DurationCount, "as PERCENTILE.INC", "jak PERCENTYL.PRZEDZ.ZAMK"),
        Count("short_calls_under_30s", "Under 30 s", "Poniżej 30 s", one =>
            one.ShortCallsUnder30s, "durations of 1 to 29 s", "czasy od 1 do 29 s"),
        Count("long_calls_over_300s", "Over 300 s", "Powyżej 300 s", one =>
            one.LongCallsOver300s, "durations from 301 s on", "czasy od 301 s"),
        new("avg_bot_messages", "Bot messages", "Wiadomości bota", "", one => one.AvgBotMessages, one =>
            one.TranscriptCount, "mean over conversations with a transcript", "średnio w rozmowach z transkrypcją"),
        new("avg_message_count", "Messages", "Wiadomości", "", one => one.AvgMessageCount, one =>
            one.TranscriptCount, "mean over conversations with a transcript", "średnio w rozmowach z transkrypcją"),
        new("total_cost", "Cost, credits", "Koszt, kredyty", "credits", one => one.TotalCost, one =>
            one.CostKnownCount, "over known costs", "po znanych kosztach"),
        new("avg_cost_per_session", "Credits per conversation", "Kredyty na rozmowę", "credits", one => one.AvgCostPerSession, one =>
            one.CostKnownCount, "over known costs", "po znanych kosztach"),
        new("total_cost_usd", "Cost, USD", "Koszt, USD", "USD", one => one.TotalCostUsd, one =>
            one.CostUsdKnownCount, "over known costs", "po znanych kosztach"),
        new("avg_cost_usd", "USD per conversation", "USD na rozmowę", "USD", one => one.AvgCostUsd, one =>
            one.CostUsdKnownCount, "over known costs", "po znanych kosztach"),
        new("cost_usd_per_success", "USD per success", "USD na skuteczną rozmowę", "USD", one => one.CostUsdPerSuccess, one =>
            one.SuccessfulCount, "all known costs / successes", "wszystkie znane koszty / sukcesy"),
        new("cost_usd_per_minute", "USD per minute", "USD za minutę", "USD", one => one.CostUsdPerMinute, one =>
            one.DurationCount, "all known costs / minutes talked", "wszystkie znane koszty / minuty rozmów"),
        new("avg_rating", "Rating", "Ocena rozmówców", "1-5", one => one.AvgRating, one =>
            one.RatingCount, "mean of the callers' ratings", "średnia ocen rozmówców"),
        .. Enumerable.Range(1, 5).Select(stars => Rated(stars.ToString(CultureInfo.InvariantCulture))),
        Count("comment_count", "With a comment", "Z komentarzem", one =>
            one.CommentCount, "conversations with a comment beside the rating", "rozmowy z komentarzem obok oceny"),
        Count("sentiment.positive", "Mood positive", "Nastrój dobry", one => one.Sentiment.Positive, AnalysedBy, AnalysedByPolish),
        Count("sentiment.neutral", "Mood neutral", "Nastrój obojętny", one => one.Sentiment.Neutral, AnalysedBy, AnalysedByPolish),
        Count("sentiment.negative", "Mood negative", "Nastrój zły", one => one.Sentiment.Negative, AnalysedBy, AnalysedByPolish),
        Count("sentiment.none", "Mood not analysed", "Nastrój niezbadany", one => one.Sentiment.None, AnalysedBy, AnalysedByPolish),
        new("sentiment.avg_score", "Mood, mean score", "Nastrój, średnio", "-1-1", one =>
            one.Sentiment.AvgScore, null, AnalysedBy, AnalysedByPolish),
        new("sentiment.avg_frustration", "Frustration, mean", "Frustracja, średnio", "0-1", one =>
            one.Sentiment.AvgFrustration, null, AnalysedBy, AnalysedByPolish),
        Count("queue.waited", "Waited in the queue", "Czekali w kolejce", one =>
            one.Queue.Waited, "longer than no time before the agent answered", "dłużej niż wcale, zanim odebrał agent"),
        new("queue.avg_secs", "Time in the queue, mean", "Czas w kolejce, średnio", "s", one => one.Queue.AvgSecs, one =>
            one.Queue.Waited, "over those that waited", "wśród czekających"),
        new("queue.max_secs", "Time in the queue, longest", "Czas w kolejce, najdłuższy", "s", one => one.Queue.MaxSecs, one =>
            one.Queue.Waited, "over those that waited", "wśród czekających"),
        Count("inbound_calls", "Inbound", "Przychodzące", one =>
            one.InboundCalls, "telephone calls that came in", "rozmowy telefoniczne przychodzące"),
        Count("outbound_calls", "Outbound", "Wychodzące", one =>
            one.OutboundCalls, "telephone calls that went out", "rozmowy telefoniczne wychodzące"),
        Count("other_calls", "Other", "Inne", one => one.OtherCalls, "web and text", "strona i tekst"),
    ];

    private static FigureRow Rated(string stars) =>
        new($"rating_distribution.{stars}", $"Rated {stars}", $"Ocena {stars}", "", one =>
            one.RatingDistribution.GetValueOrDefault(stars), null,
            "conversations with this rating; fractions count with the nearest", "rozmowy z tą oceną; ułamki liczą się z najbliższą");

    private static FigureRow Count(string field, string english, string polish, Func<KpiFigures, long> value, string definition,
        string polishDefinition) =>
        new(field, english, polish, "", one => value(one), null, definition, polishDefinition);

    private static FigureRow Rate(string field, string english, string polish, Func<KpiFigures, double?> value, string definition,
        string polishDefinition) =>
        new(field, english, polish, "%", value, one => one.FinishedCount, definition, polishDefinition);
}
