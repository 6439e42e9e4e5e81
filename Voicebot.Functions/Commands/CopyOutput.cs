using System.Globalization;
using Voicebot.Core.Copying;

namespace Voicebot.Functions.Commands;

/// <summary>Tells a person how far a copy is: a line for each part, and of large ones for each tenth.</summary>
internal sealed class CopyOutput(TextWriter output)
{
    private const long Large = 5_000;

    private (CopyStep Step, string Part) current;
    private long told;

    public static string Summary(CopyReport report) => string.Create(CultureInfo.InvariantCulture,
        $"Copied {report.Conversations:N0} conversations: {report.Rows:N0} rows of {report.Tables} tables and {report.Keys} keys. Rows, "
        + $"hashes of their content and KPIs are equal on both sides.");

    public void Tell(CopyProgress progress)
    {
        if (current != (progress.Step, progress.Part))
            (current, told) = ((progress.Step, progress.Part), -1);
        var tenth = progress.Done == progress.Total ? 10 : progress.Done * 10 / progress.Total;
        if (tenth <= told || (progress.Total < Large && tenth < 10))
            return;
        told = tenth;
        var verb = progress.Step == CopyStep.Copying ? "Copying" : "Checking";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{verb} {progress.Part}: {progress.Done:N0} of {progress.Total:N0}"));
    }
}
