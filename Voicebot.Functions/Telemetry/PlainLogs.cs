using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Voicebot.Functions.Telemetry;

/// <summary>
/// Takes out of logs whatever could have come from outside: a line leaves as its template, with numbers, flags and the words of a short
/// list of names. Messages of exceptions stay in the program's own log; their type leaves.
/// </summary>
internal sealed class PlainLogs : BaseProcessor<LogRecord>
{
    private const string Template = "{OriginalFormat}";

    // Their values are our own words, such as a run's status.
    private static readonly HashSet<string> OwnWords =
        new(["Code", "SyncType", "Status", "Delay", "Journal", "Job", "Kind"], StringComparer.Ordinal);

    public override void OnEnd(LogRecord data)
    {
        var left = (data.Attributes ?? []).Where(IsPlain).ToList();
        if (data.Exception is { } exception)
            left.Add(new("exception.type", exception.GetType().FullName));
        data.Exception = null;
        data.FormattedMessage = null;
        data.Attributes = left;
        data.Body = left.FirstOrDefault(attribute => attribute.Key == Template).Value as string ?? data.EventId.Name ?? "";
    }

    private static bool IsPlain(KeyValuePair<string, object?> attribute) => attribute.Value switch
    {
        bool or int or long or double or TimeSpan or Enum => true,
        string => attribute.Key == Template || OwnWords.Contains(attribute.Key),
        _ => false,
    };
}
