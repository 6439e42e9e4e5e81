namespace Voicebot.Core.Settings;

/// <summary>A folder that somebody names, which need not exist yet.</summary>
public static class FolderPath
{
    public const string Rule =
        "the path of a folder (~ is your home), without quotes, line breaks or names of other variables, and no file";

    /// <summary>The whole path; null when no folder can be there.</summary>
    public static string? Find(string text)
    {
        if (text.Any(char.IsControl) || text.AsSpan().ContainsAny('"', '<', '|') || text.AsSpan().ContainsAny('>', '*', '?')
            || NamesVariable(text))
            return null;
        if (text[0] is '\'' or '`' || text[^1] is '\'' or '`')
            return null; // half a pair of quotes
        if (text[0] == '~')
        {
            // "~jan" is the home of somebody else, which only a shell finds.
            if (text.Length > 1 && text[1] is not ('/' or '\\')
                || Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is not { Length: > 0 } home)
                return null;
            text = home + text[1..];
        }
        var path = Path.GetFullPath(text);
        for (var part = path; part is not null; part = Path.GetDirectoryName(part))
            if (File.Exists(part))
                return null; // what should hold it is no folder
        return path;
    }

    /// <summary>Nobody puts their values in: a folder would get that name.</summary>
    private static bool NamesVariable(string text) =>
        text.Contains("${", StringComparison.Ordinal) || text[0] == '$' || text.Contains("/$", StringComparison.Ordinal)
            || (text.Count(sign => sign == '%') > 1 && text[0] == '%');
}
