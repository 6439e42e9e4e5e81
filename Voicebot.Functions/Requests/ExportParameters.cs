using Voicebot.Core.Csv;
using Voicebot.Core.Kpis;

namespace Voicebot.Functions.Requests;

/// <summary>The parameters that say how a file is written.</summary>
internal static class ExportParameters
{
    private const string Comma = "comma";
    private const string Full = "full";
    private const string Numbers = "210";

    public static QueryParameter<ReportLanguage> Language { get; } = Chosen(
        QueryParameter.OneOf("lang", "The language of the file's name and of a workbook's sheets; English without it.",
            [.. ReportLanguage.All.Select(language => language.Code)]),
        code => ReportLanguage.All.FirstOrDefault(language => language.Code == code) ?? ReportLanguage.English);

    private static QueryParameter<CsvDelimiter> Delimiter { get; } = Chosen(
        QueryParameter.OneOf("delimiter", "Semicolon without it.", [.. CsvDelimiter.All.Select(delimiter => delimiter.Name)]),
        name => CsvDelimiter.All.FirstOrDefault(delimiter => delimiter.Name == name) ?? CsvDelimiter.Semicolon);

    private static QueryParameter<string?> Decimal { get; } =
        QueryParameter.OneOf("decimal", "How decimals are written; with a dot without it.", "dot", Comma);

    private static QueryParameter<string?> Cells { get; } = QueryParameter.OneOf("cells",
        $"'full' keeps texts whole; without it they are cut with a mark at {CellLimit.MaxLength} characters, as a cell holds no more.",
        "cut", Full);

    private static QueryParameter<string?> Criteria { get; } =
        QueryParameter.OneOf("criteria", "'210' writes 2 for success, 1 for unknown and 0 for failure.", "words", Numbers);

    public static IReadOnlyList<ApiParameter> Csv { get; } = [Delimiter, Decimal, Cells, Criteria];

    public static CsvFormat Format(QueryReader query) => new()
    {
        Delimiter = Delimiter.Of(query),
        DecimalComma = Decimal.Of(query) == Comma,
        WholeCells = Cells.Of(query) == Full,
        CriteriaAsNumbers = Criteria.Of(query) == Numbers,
    };

    private static QueryParameter<T> Chosen<T>(QueryParameter<string?> parameter, Func<string?, T> choose) =>
        QueryParameter.From(parameter, query => choose(parameter.Of(query)));
}
