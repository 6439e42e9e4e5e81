using Voicebot.Core.Csv;
using Voicebot.Core.Spreadsheets;

namespace Voicebot.Functions.Requests;

/// <summary>Reads how a file of conversations is to be written.</summary>
public static class ExportReader
{
    public static readonly IReadOnlyList<string> Decimals = ["dot", Comma];
    public static readonly IReadOnlyList<string> Cells = ["cut", Full];
    public static readonly IReadOnlyList<string> Criteria = ["words", Numbers];
    private const string Comma = "comma";
    private const string Full = "full";
    private const string Numbers = "210";

    /// <summary>English without one.</summary>
    public static SheetLanguage Language(QueryReader query)
    {
        var code = query.OneOf("lang", SheetLanguage.All.Select(language => language.Code));
        return SheetLanguage.All.FirstOrDefault(language => language.Code == code) ?? SheetLanguage.English;
    }

    public static CsvFormat Format(QueryReader query)
    {
        var name = query.OneOf("delimiter", CsvDelimiter.All.Select(delimiter => delimiter.Name));
        return new CsvFormat
        {
            Delimiter = CsvDelimiter.All.FirstOrDefault(delimiter => delimiter.Name == name) ?? CsvDelimiter.Semicolon,
            DecimalComma = query.OneOf("decimal", Decimals) == Comma,
            WholeCells = query.OneOf("cells", Cells) == Full,
            CriteriaAsNumbers = query.OneOf("criteria", Criteria) == Numbers,
        };
    }
}
