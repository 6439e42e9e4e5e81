using System.Text.RegularExpressions;
using Voicebot.Core.Notes;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Requests;

/// <summary>Reads a note on a day.</summary>
internal static partial class NoteReader
{
    /// <exception cref="Problems.ProblemException">400 with every error that was found.</exception>
    public static DayNote Read(BodyReader body, EffectiveSettings settings)
    {
        var day = body.Date("day");
        if (day is null && !body.HasError("day"))
            body.Refuse("day", "is required, written YYYY-MM-DD");
        var text = body.Text("text", DayNote.MaxTextLength);
        if (text is null && !body.HasError("text"))
            body.Refuse("text", "is required");
        if (text is not null && text.Any(char.IsControl))
            body.Refuse("text", "must be one line, without control characters");
        else if (text is not null && LongNumber().IsMatch(WrittenDay().Replace(text, " ")))
            body.Refuse("text", "must not hold a telephone number: everybody sees it, on charts and on paper");
        var agentId = TargetReader.Agent(body, settings);
        body.Finish();
        return new DayNote { Day = day!.Value, Text = text!, AgentId = agentId };
    }

    [GeneratedRegex(@"\b(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})\b")]
    private static partial Regex WrittenDay();

    /// <summary>Nine digits with little between them; fewer may be an amount.</summary>
    [GeneratedRegex(@"\d(?:[\s().+/-]{0,3}\d){8}")]
    private static partial Regex LongNumber();
}
