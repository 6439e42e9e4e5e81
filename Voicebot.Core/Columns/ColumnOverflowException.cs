namespace Voicebot.Core.Columns;

/// <summary>A value or a number of values for which the columns have no room; the database itself answers then.</summary>
internal sealed class ColumnOverflowException(string what) : Exception($"Columns cannot hold {what}.");
