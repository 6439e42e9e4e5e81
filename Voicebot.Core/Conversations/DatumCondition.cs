using System.Globalization;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Conversations;

/// <summary>
/// A condition on a collected datum, of the value as whoever asks sees it. All but <see cref="Missing"/> ask for a value that is not null.
/// </summary>
/// <param name="DataId">The vendor's id of the datum.</param>
/// <param name="Operator">One of the words below.</param>
/// <param name="Values">One; several of <see cref="In"/>; none of <see cref="Exists"/> and <see cref="Missing"/>.</param>
public sealed record DatumCondition(string DataId, string Operator, params IReadOnlyList<string> Values)
{
    public const string Equal = "eq";
    public const string NotEqual = "neq";
    public const string Greater = "gt";
    public const string GreaterOrEqual = "gte";
    public const string Less = "lt";
    public const string LessOrEqual = "lte";
    public const string In = "in";
    public const string Exists = "exists";
    public const string Missing = "missing";

    /// <summary>Parts the value from whom no text may name, and asked values; no stored JSON holds it, for JSON escapes it.</summary>
    internal const char Separator = '\u001e';

    /// <summary>Those that compare the order of numbers, or of dates.</summary>
    internal static IReadOnlyList<string> Orders { get; } = [Greater, GreaterOrEqual, Less, LessOrEqual];

    /// <summary>What <see cref="Holds"/> is asked.</summary>
    internal string Asked => string.Join(Separator, Values.Prepend(Operator));

    /// <summary>Whether a stored value meets what is asked.</summary>
    /// <param name="stored">
    /// The value as JSON, the separator, and the client's number and other ids, a line each, while they are masked.
    /// </param>
    /// <param name="asked">See <see cref="Asked"/>.</param>
    internal static bool Holds(string? stored, string asked)
    {
        if (stored is null)
            return false;
        var at = stored.IndexOf(Separator, StringComparison.Ordinal);
        var lines = stored[(at + 1)..].Split('\n', 2);
        if (CollectedValue.Read(stored[..at], lines.Length == 2 ? ClientIdentity.Of(lines[0], lines[1]) : null) is not { } value)
            return false;
        var parts = asked.Split(Separator);
        return parts[0] switch
        {
            Equal or In => parts.Skip(1).Any(value.IsShownAs),
            NotEqual => !value.IsShownAs(parts[1]),
            var order => Compared(value, parts[1]) is { } compared && order switch
            {
                Greater => compared > 0,
                GreaterOrEqual => compared >= 0,
                Less => compared < 0,
                _ => compared <= 0,
            },
        };
    }

    /// <summary>A number as it is asked for; null where it is none, or too large to be told from others.</summary>
    internal static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Numbers are compared with numbers, dates with dates; nothing else has an order.</summary>
    private static int? Compared(CollectedValue value, string asked) =>
        value.Number is { } number ? Number(asked) is { } other ? number.CompareTo(other) : null
        : value.Date is { } date && WrittenDate.Parse(asked) is { } day ? date.CompareTo(day) : null;
}
