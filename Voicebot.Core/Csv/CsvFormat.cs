namespace Voicebot.Core.Csv;

/// <summary>How a CSV file is written.</summary>
public sealed record CsvFormat
{
    public CsvDelimiter Delimiter { get; init; } = CsvDelimiter.Semicolon;
    /// <summary>Decimals with a comma, as a spreadsheet in Polish reads them; else with a dot.</summary>
    public bool DecimalComma { get; init; }
    /// <summary>Texts are whole, however long; else they end where a cell does (see <see cref="CellLimit"/>).</summary>
    public bool WholeCells { get; init; }
    /// <summary>Criteria as 2 (success), 1 (unknown) and 0 (failure); else in words.</summary>
    public bool CriteriaAsNumbers { get; init; }
    /// <summary>Hides the clients' numbers.</summary>
    public bool MaskPhones { get; init; }
    /// <summary>Where the dashboard lies, for the links to conversations; null leaves them out.</summary>
    public Uri? Page { get; init; }
}
