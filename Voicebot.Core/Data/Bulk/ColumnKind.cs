namespace Voicebot.Core.Data.Bulk;

/// <summary>What a column holds, whichever engine.</summary>
public enum ColumnKind
{
    Text,
    Whole,
    Number,
    Bytes,
}
