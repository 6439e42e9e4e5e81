namespace Voicebot.Core.Data;

/// <summary>A pure condition on a text of the database and a wanted one, in C#.</summary>
/// <param name="Name">In SQL; one for each rule.</param>
/// <param name="Holds">The rule: the text, null when there is none, and the wanted one. False for null.</param>
/// <param name="Value">The text, as SQL over <paramref name="From"/>.</param>
/// <param name="From">The tables, with the names that <paramref name="Value"/> uses.</param>
/// <param name="Parameter">Of the statement, under which it has the wanted text.</param>
/// <param name="Wanted">The wanted text.</param>
public sealed record ColumnCondition(
    string Name, Func<string?, string, bool> Holds, string Value, string From, string Parameter, string Wanted);
