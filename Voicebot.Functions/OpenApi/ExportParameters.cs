using Voicebot.Core.Csv;
using Voicebot.Core.Spreadsheets;
using Voicebot.Functions.Requests;

namespace Voicebot.Functions.OpenApi;

/// <summary>The parameters that say how a file is written, as <see cref="ExportReader"/> reads them.</summary>
internal static class ExportParameters
{
    public static ApiParameter Language { get; } =
        ApiParameter.OneOf("lang", "The language of the file's name and of a workbook's sheets; English without it.",
            SheetLanguage.All.Select(language => language.Code));

    public static IReadOnlyList<ApiParameter> Csv { get; } =
    [
        ApiParameter.OneOf("delimiter", "Semicolon without it.", CsvDelimiter.All.Select(delimiter => delimiter.Name)),
        ApiParameter.OneOf("decimal", "How decimals are written; with a dot without it.", ExportReader.Decimals),
        ApiParameter.OneOf("cells",
            $"'full' keeps texts whole; without it they are cut with a mark at {CellLimit.MaxLength} characters, as a cell holds no more.",
            ExportReader.Cells),
        ApiParameter.OneOf("criteria", "'210' writes 2 for success, 1 for unknown and 0 for failure.", ExportReader.Criteria),
    ];
}
