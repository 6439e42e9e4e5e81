namespace Voicebot.Core.Alerts;

/// <summary>Something that a rule found standing.</summary>
/// <param name="Subject">Tells findings of one rule apart; empty where it has one at most.</param>
public sealed record AlertFinding(string Subject, AlertFacts Facts);

/// <summary>What a rule says at a moment.</summary>
/// <param name="IsUndecided">Too little is known: what stands goes on standing, and nothing new begins.</param>
public sealed record AlertVerdict(IReadOnlyList<AlertFinding> Standing, bool IsUndecided = false)
{
    /// <summary>Subjects that go on standing when they have begun, whatever else the rule found.</summary>
    public IReadOnlyList<string> Lasting { get; init; } = [];

    public static AlertVerdict Nothing { get; } = new([]);
    public static AlertVerdict Undecided { get; } = new([], IsUndecided: true);
}
