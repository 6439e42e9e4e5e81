using System.Globalization;
using System.Text.RegularExpressions;

namespace Voicebot.Core.Agents;

/// <summary>An agent; without a name of its own it is shown by its id.</summary>
public sealed partial record Agent(string Id, string? Name)
{
    /// <summary>Active ones: as many as one table still compares.</summary>
    public const int MaxActive = 20;

    /// <summary>Active and retired ones that one request may name.</summary>
    public const int MaxAsked = 200;
    public const int MaxNameLength = 200;

    /// <summary>Not asked for any more; what is stored of it stays in every figure.</summary>
    public bool IsRetired { get; init; }

    public string DisplayName => Name ?? Id;

    /// <summary>The name, with the end of the id where another of the agents has the same name.</summary>
    public string LabelAmong(IEnumerable<Agent> agents) =>
        agents.Any(other => other.Id != Id && string.Equals(other.DisplayName, DisplayName, StringComparison.OrdinalIgnoreCase))
            ? $"{DisplayName} · {Id[Math.Max(0, Id.Length - 4)..]}" : DisplayName;

    public static bool IsId(string text) => IdPattern().IsMatch(text);

    /// <summary>A name that others chose: trimmed, and cut between characters where it is too long; null when nothing is left.</summary>
    public static string? Foreign(string? name)
    {
        name = name?.Trim();
        if (name is { Length: > MaxNameLength })
        {
            var starts = StringInfo.ParseCombiningCharacters(name);
            name = name[..starts.Last(start => start <= MaxNameLength - 1)].TrimEnd() + "…";
        }
        return name is { Length: > 0 } ? name : null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,128}\z")]
    private static partial Regex IdPattern();
}
