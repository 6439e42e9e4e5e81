namespace Voicebot.Core.Data.Bulk;

/// <summary>A column as the database describes it.</summary>
public sealed record StoredColumn(string Name, ColumnKind Kind);
