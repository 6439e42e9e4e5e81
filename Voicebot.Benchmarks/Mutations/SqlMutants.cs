using System.Text.RegularExpressions;

namespace Voicebot.Benchmarks.Mutations;

/// <summary>The same of statements: comparisons, conditions, order, least and most.</summary>
public static partial class SqlMutants
{
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        [" < "] = " <= ",
        [" <= "] = " < ",
        [" > "] = " >= ",
        [" >= "] = " > ",
        [" = "] = " <> ",
        [" <> "] = " = ",
        [" AND "] = " OR ",
        [" OR "] = " AND ",
        [" IS NULL"] = " IS NOT NULL",
        [" IS NOT NULL"] = " IS NULL",
        [" NOT IN "] = " IN ",
        [" IN "] = " NOT IN ",
        ["MIN("] = "MAX(",
        ["MAX("] = "MIN(",
        [" DESC"] = " ASC",
        ["EXISTS ("] = "NOT EXISTS (",
        [" + "] = " - ",
        [" - "] = " + ",
        ["THEN 1 "] = "THEN 0 ",
        ["ELSE 0 "] = "ELSE 1 ",
    };

    public static bool IsSql(string text) => Verb().IsMatch(text);

    /// <param name="literal">As it is written in the source.</param>
    public static IEnumerable<(int Start, int Length, string Replacement)> Of(string literal) =>
        Places().Matches(literal).Select(place => (place.Index, place.Length, Others[place.Value]));

    [GeneratedRegex(@"\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|WHERE|EXISTS|AND)\b")]
    private static partial Regex Verb();

    [GeneratedRegex(@" (?:<=|>=|<>|<|>|=) | (?:AND|OR|NOT IN|IN) | IS (?:NOT )?NULL|\bM(?:IN|AX)\(| DESC|EXISTS \("
        + @"| [+-] |THEN 1 |ELSE 0 ")]
    private static partial Regex Places();
}
