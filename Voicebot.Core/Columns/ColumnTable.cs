namespace Voicebot.Core.Columns;

/// <summary>
/// All conversations of one state of the database as columns: what figures count, filters ask and lists sort by. About 70 bytes each, in
/// the order of their ids, in which days lie near one another. It stays as it is: who reads it waits for nobody.
/// </summary>
/// <param name="Places">How many places there are, empty ones included.</param>
internal sealed record ColumnTable(
    IReadOnlyList<ColumnBlock> Blocks, int Places, Codes<RowProfile> Profiles,
    Codes<IReadOnlyList<(string CriterionId, string Result)>> Criteria, Codes<IReadOnlyList<(string Tool, long Calls, long Errors)>> Tools,
    Codes<IReadOnlyList<string>> Collected, Codes<IReadOnlyList<string>> Tags,
    Codes<IReadOnlyList<(string ResultType, long Count)>> Transfers, Codes<double> RatingCodes)
{
    /// <summary>By code; the first is that of none.</summary>
    public ReadOnlySpan<double> Ratings => RatingCodes.Values;
}
