using System.Text.RegularExpressions;

namespace Voicebot.Core.Files;

/// <summary>The one rule for names that come from outside (ids, names of archived files) before they touch a path.</summary>
public static partial class PlainName
{
    public const int MaxLength = 200;

    /// <summary>Letters A–Z, digits, '.', '-' and '_', not beginning with a '.', and no name that Windows keeps for devices.</summary>
    public static bool Is(string? name) => name is { Length: > 0 and <= MaxLength } && Pattern().IsMatch(name);

    /// <summary>The path of the file in the folder; null when the name could lead elsewhere.</summary>
    public static string? In(string folder, string? name) => Is(name) ? Path.Combine(folder, name!) : null;

    [GeneratedRegex(@"\A(?!(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\.|\z))[A-Za-z0-9_-][A-Za-z0-9._-]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
