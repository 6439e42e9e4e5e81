namespace Voicebot.Core.Views;

/// <summary>A named view of the list of conversations, the same for everybody.</summary>
public sealed record SavedView
{
    public const int MostViews = 50;
    public const int MaxNameLength = 60;
    public const int MaxColumns = 40;

    public long Id { get; init; }
    public required string Name { get; init; }
    /// <summary>Conditions by the name of their parameter, as in the address of the list.</summary>
    public required IReadOnlyDictionary<string, string> Filters { get; init; }
    /// <summary>As in the address of the list; null is newest first.</summary>
    public string? Sort { get; init; }
    /// <summary>The page's names of the columns in their order; null is the usual ones.</summary>
    public IReadOnlyList<string>? Columns { get; init; }
    /// <summary>Unix seconds.</summary>
    public long ChangedAt { get; init; }

    /// <summary>True when one of its texts holds the number, or other address, of somebody.</summary>
    public bool Mentions(Phones.ClientIdentity somebody) => Filters.Values.Append(Name).Any(text => somebody.Removed(text) != text);
}
