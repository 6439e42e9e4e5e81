using System.Globalization;

namespace Voicebot.Core.Columns;

/// <summary>How much memory the columns may take.</summary>
/// <param name="Megabytes">0 for none: the database itself answers everything.</param>
public sealed record ColumnLimit(int Megabytes)
{
    private const int Most = 16_384;

    public static string Rule { get; } = $"a number of megabytes from 0 to {Most}";

    public static ColumnLimit Default { get; } = new(256);

    public long Bytes => Megabytes * 1024L * 1024;

    public static ColumnLimit? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes <= Most
            ? new ColumnLimit(megabytes) : null;
}
