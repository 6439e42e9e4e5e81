using System.Text.RegularExpressions;

namespace Voicebot.Core.Conversations;

/// <summary>A criterion with a result: success, failure, or unknown (neither of the two).</summary>
public sealed partial record CriterionCondition(string CriterionId, string Result)
{
    private static readonly string[] Results = ["success", "failure", "unknown"];

    /// <summary>"id:failure,other:success": an id may hold colons and commas, a result does not.</summary>
    /// <returns>Each once; null where one is written in another way.</returns>
    public static IReadOnlyList<CriterionCondition>? ReadAll(string text)
    {
        var criteria = BehindAResult().Split(text).Select(Read).Distinct().ToList();
        return criteria.Contains(null) ? null : [.. criteria.OfType<CriterionCondition>()];
    }

    /// <summary>Whether a stored result is the one that is meant.</summary>
    internal bool Holds(string result) => Result == "unknown" ? result is not ("success" or "failure") : result == Result;

    private static CriterionCondition? Read(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && Results.Contains(text[(colon + 1)..]) ? new CriterionCondition(text[..colon], text[(colon + 1)..]) : null;
    }

    [GeneratedRegex("(?<=:(?:success|failure|unknown)),")]
    private static partial Regex BehindAResult();
}
