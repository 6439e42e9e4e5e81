namespace Voicebot.Core.Csv;

/// <summary>What a cell of a spreadsheet holds; Excel throws away the rest of a longer text, or puts it into another row.</summary>
public static class CellLimit
{
    /// <summary>In UTF-16 units.</summary>
    public const int MaxLength = 32_767;

    /// <summary>Ends a text that was cut.</summary>
    public const string CutMark = "… [cut]";

    /// <summary>The text, or its beginning and the mark.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        var length = MaxLength - CutMark.Length;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + CutMark;
    }
}
