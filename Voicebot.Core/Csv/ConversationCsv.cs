using System.Globalization;
using CsvHelper;
using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Csv;

/// <summary>
/// The one CSV writer, of exports and archives: UTF-8 with BOM, RFC 4180 quoting, one column per criterion and per collected
/// datum after the fixed ones, local time with offset, newest first. Rows go out as they are read, in constant memory.
/// </summary>
public sealed class ConversationCsv(Database database, ConversationStore store, VoicebotSettings settings)
{
    private const int RowsPerRead = 500;

    /// <summary>The fixed columns, in their stable order.</summary>
    private static readonly (string Name, Func<ConversationRow, ReportingZone, string?> Value)[] Columns =
    [
        ("conversation_id", (row, _) => CsvText.Neutralise(row.ConversationId)),
        ("agent_id", (row, _) => CsvText.Neutralise(row.AgentId)),
        ("agent_name", (row, _) => CsvText.Neutralise(row.AgentName)),
        ("start_time", (row, zone) => row.StartTime is { } start ? zone.Local(start).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : null),
        ("status", (row, _) => CsvText.Neutralise(row.Status)),
        ("call_successful", (row, _) => CsvText.Neutralise(row.CallSuccessful)),
        ("duration_secs", (row, _) => Text(row.DurationSeconds)),
        ("message_count", (row, _) => Text(row.MessageCount)),
        ("bot_message_count", (row, _) => Text(row.BotMessageCount)),
        ("direction", (row, _) => CsvText.Neutralise(row.Direction)),
        ("channel", (row, _) => row.Channel),
        ("conversation_source", (row, _) => CsvText.Neutralise(row.Source)),
        ("agent_phone", (row, _) => CsvText.Neutralise(row.AgentPhone)),
        ("client_phone", (row, _) => CsvText.Neutralise(row.ClientPhone)),
        ("rating", (row, _) => row.Rating?.ToString(CultureInfo.InvariantCulture)),
        ("end_reason", (row, _) => row.EndReason),
        ("termination_reason", (row, _) => CsvText.Neutralise(row.TerminationReason)),
        ("transferred", (row, _) => Text(row.Transferred)),
        ("agent_handover", (row, _) => Text(row.AgentHandover)),
        ("dropout", (row, _) => Text(row.Dropout)),
        ("technical_error", (row, _) => Text(row.TechnicalError)),
        ("cost", (row, _) => Text(row.CostCredits)),
        ("cost_usd", (row, _) => row.CostUsd?.ToString("0.########", CultureInfo.InvariantCulture)),
        ("main_language", (row, _) => CsvText.Neutralise(row.MainLanguage)),
        ("call_summary_title", (row, _) => CsvText.Neutralise(row.Title)),
        ("transcript_summary", (row, _) => CsvText.Neutralise(row.Summary)),
    ];

    public long CountRows(ConversationFilter filter) => database.Read(connection =>
    {
        var parameters = new DynamicParameters();
        return connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM conversations c {filter.ToSql(parameters)}", parameters);
    });

    /// <summary>Writes the matching conversations and returns how many rows there are, the header not counted.</summary>
    public async Task<long> WriteAsync(Stream output, ConversationFilter filter, CsvDelimiter delimiter, CancellationToken cancellation)
    {
        using var connection = database.Open();
        using var snapshot = new ReadSnapshot(connection);
        var zone = settings.Zone(connection);
        var answers = new ConversationAnswers(connection, filter);

        var options = CsvWriterOptions.Default with { Separator = delimiter.Sign, WriteByteOrderMark = true };
        await using var csv = CsvWriter.Create(output, options, leaveOpen: true);
        WriteHeader(csv, answers);
        await csv.EndRecordAsync(cancellation);
        var count = 0L;
        foreach (var rows in store.Stream(connection, filter).Chunk(RowsPerRead))
        {
            cancellation.ThrowIfCancellationRequested();
            var byRow = answers.Of(rows);
            foreach (var row in rows)
            {
                WriteRow(csv, row, zone, answers, byRow[row.Id]);
                await csv.EndRecordAsync(cancellation);
            }
            count += rows.Length;
        }
        await csv.FlushAsync(cancellation);
        return count;
    }

    private static void WriteHeader(CsvWriter csv, ConversationAnswers answers)
    {
        foreach (var column in Columns)
            csv.WriteField(column.Name);
        foreach (var criterion in answers.CriterionIds)
            csv.WriteField("criterion_" + criterion);
        foreach (var datum in answers.DataIds)
            csv.WriteField("data_" + datum);
    }

    private static void WriteRow(CsvWriter csv, ConversationRow row, ReportingZone zone, ConversationAnswers answers, IReadOnlyDictionary<(AnswerKind, string), string?> given)
    {
        foreach (var column in Columns)
            csv.WriteField(column.Value(row, zone));
        foreach (var criterion in answers.CriterionIds)
            csv.WriteField(CsvText.Neutralise(given.GetValueOrDefault((AnswerKind.Criterion, criterion))));
        foreach (var datum in answers.DataIds)
            csv.WriteField(CsvText.Neutralise(CollectedValue.Text(given.GetValueOrDefault((AnswerKind.Data, datum)))));
    }

    private static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "true" : "false";
}
