using Voicebot.Core.Data;

namespace Voicebot.Core.Reviews;

/// <summary>How far the conversations have been looked through.</summary>
/// <param name="Since">Conversations from here on are taken; unix seconds.</param>
/// <param name="NextChange">From here on the log of changes has not been looked through; null for all of it.</param>
/// <param name="RulesVersion">Another number after every change of a rule.</param>
/// <param name="RulesApplied">That of the rules with which everything recent has been looked at.</param>
internal sealed record ReviewProgress(long Since, long? NextChange, long RulesVersion, long RulesApplied)
{
    public static ReviewProgress Of(PreparedConnection connection)
    {
        using var row = connection.Rows("SELECT since, next_change, rules_version, rules_applied FROM review_progress");
        row.Read();
        return new ReviewProgress(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
    }

    /// <summary>Others may be further already: what is looked at twice comes out the same.</summary>
    public static void Store(PreparedConnection connection, long nextChange, long rulesApplied) => connection.Run(
        "UPDATE review_progress SET next_change = @nextChange, rules_applied = @rulesApplied", ("@nextChange", nextChange),
        ("@rulesApplied", rulesApplied));
}
