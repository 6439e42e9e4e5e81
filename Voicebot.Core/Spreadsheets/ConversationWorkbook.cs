using SpreadCheetah;
using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Kpis;

namespace Voicebot.Core.Spreadsheets;

/// <summary>
/// The conversations of a filter as .xlsx: a sheet of conversations (further ones past the rows that a sheet holds), the KPIs with
/// their definitions, the days and the criteria, all counted over the same rows. Streamed in flat memory, from one snapshot.
/// </summary>
public sealed class ConversationWorkbook(Database database)
{
    internal long RowsPerSheet { get; init; } = Workbook.MaxRows;

    /// <param name="page">Where the dashboard lies, for the links to conversations; null leaves them out.</param>
    /// <exception cref="OperationCanceledException">The reader has gone; reading stops as well.</exception>
    public Task WriteAsync(Stream output, ConversationFilter filter, ReportLanguage language, Uri? page, bool maskPhones,
        CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            await using var workbook = await Workbook.CreateAsync(output, cancellation);
            using var state = new FilteredState(connection, null, cancellation);
            var counted = FilteredAggregates.Of(state, filter);
            var sums = PeriodSums.Of(counted);
            await WriteConversationsAsync(workbook, connection, filter, sums.Figures.Total, language, page, maskPhones, cancellation);
            await WriteFiguresAsync(workbook, connection, filter, sums, counted.Days(), language, cancellation);
            await workbook.FinishAsync(cancellation);
            return true;
        }, cancellation);

    /// <summary>The same without the conversations: figures, days and criteria, in which nobody is named.</summary>
    public Task WriteFiguresAsync(Stream output, ConversationFilter filter, ReportLanguage language, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            await using var workbook = await Workbook.CreateAsync(output, cancellation);
            using var state = new FilteredState(connection, null, cancellation);
            var counted = FilteredAggregates.Of(state, filter);
            await WriteFiguresAsync(workbook, connection, filter, PeriodSums.Of(counted), counted.Days(), language, cancellation);
            await workbook.FinishAsync(cancellation);
            return true;
        }, cancellation);

    private async Task WriteConversationsAsync(
        Workbook workbook, PreparedConnection connection, ConversationFilter filter, long total, ReportLanguage language, Uri? page,
        bool maskPhones, CancellationToken cancellation)
    {
        var cells = new ConversationRowCells(
            DerivedState.Zone(connection), AnswerColumns.Of(connection, Dimension.Criterion, filter).Ids,
            AnswerColumns.Of(connection, Dimension.Datum, filter).Ids, page, maskPhones);
        var name = language.Choose("Conversations", "Rozmowy");
        using var command = ConversationCsv.Command(connection, filter);
        using var rows = command.ExecuteReader();
        var (sheet, left) = (1, total);
        await workbook.BeginSheetAsync(name, cells.Names, Math.Min(left, RowsPerSheet), cancellation);
        for (var inSheet = 0L; rows.Read(); inSheet++)
        {
            if (inSheet == RowsPerSheet)
            {
                left -= inSheet;
                inSheet = 0;
                await workbook.BeginSheetAsync($"{name} {++sheet}", cells.Names, Math.Min(left, RowsPerSheet), cancellation);
            }
            await workbook.AddRowAsync(cells.Of(rows, workbook), cancellation);
        }
    }

    private static async Task WriteFiguresAsync(
        Workbook workbook, PreparedConnection connection, ConversationFilter filter, PeriodSums sums, IReadOnlyList<DayFigures> days,
        ReportLanguage language, CancellationToken cancellation)
    {
        var figures = KpiCalculator.Figures(filter.Period, sums, CriterionNameStore.Of(connection, filter.AgentIds));
        await WriteSheetAsync(workbook, language.Choose("KPIs", "Wskaźniki"),
            language.Choose("Figure|Value|Unit|n|Definition|Field", "Wskaźnik|Wartość|Jednostka|n|Definicja|Pole"),
            [.. FigureRow.All.Select(row => new[]
            {
                Workbook.Text(language.Choose(row.English, row.Polish)), Workbook.Number(row.Value(figures)), Workbook.Text(row.Unit),
                Workbook.Number(row.N?.Invoke(figures)),
                Workbook.Text(language.Choose(row.Definition, row.PolishDefinition)), Workbook.Text(row.Field),
            })], cancellation);
        await WriteSheetAsync(workbook, language.Choose("Days", "Dni"),
            language.Choose(
                "Date|Conversations|Success|Failure|Unknown|Drop-outs|Transfers|Errors|Mean duration (s)|Credits|USD",
                "Data|Rozmowy|Sukces|Niepowodzenie|Nieznany|Porzucone|Przekazania|Błędy|Średni czas (s)|Kredyty|USD"),
            [.. KpiCalculator.Trends(filter.Period, days).Select(day => new[]
            {
                workbook.Day(day.Date), Workbook.Number(day.Total), Workbook.Number(day.Success), Workbook.Number(day.Failed),
                Workbook.Number(day.Unknown), Workbook.Number(day.Dropouts),
                Workbook.Number(day.Transfers), Workbook.Number(day.Errors), Workbook.Number(day.AvgDuration), Workbook.Number(day.Cost),
                Workbook.Number(day.CostUsd),
            })], cancellation);
        await WriteSheetAsync(workbook, language.Choose("Criteria", "Kryteria"),
            language.Choose("Criterion|Pass rate (%)|Passed|Failed|Unknown|n|Id",
                "Kryterium|Spełnione (%)|Spełnione|Niespełnione|Nieznane|n|Id"),
            [.. figures.CriteriaStats.Select(one => new[]
            {
                Workbook.Text(one.DisplayName ?? one.Name), Workbook.Number(one.PassRate), Workbook.Number(one.Pass),
                Workbook.Number(one.Fail), Workbook.Number(one.Unknown),
                Workbook.Number(one.Pass + one.Fail), Workbook.Text(one.Id),
            })], cancellation);
    }

    /// <param name="columns">Separated by bars.</param>
    private static async Task WriteSheetAsync(Workbook workbook, string name, string columns, IReadOnlyList<Cell[]> rows,
        CancellationToken cancellation)
    {
        await workbook.BeginSheetAsync(name, columns.Split('|'), rows.Count, cancellation);
        foreach (var row in rows)
            await workbook.AddRowAsync(row, cancellation);
    }
}
