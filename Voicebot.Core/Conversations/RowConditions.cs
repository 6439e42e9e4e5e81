using Dapper;
using Voicebot.Core.Columns;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Conversations;

/// <summary>A <see cref="ConversationFilter"/> as conditions on columns; what no column holds is asked of the database.</summary>
internal static class RowConditions
{
    /// <summary>The conversations that a filter picks.</summary>
    public static RowSelection Select(ColumnTable table, PreparedConnection connection, ConversationFilter filter, ReportingZone zone,
        CancellationToken cancellation = default) => RowSelection.Of(table, Of(filter, connection, zone), cancellation);

    private static RowFilter Of(ConversationFilter filter, PreparedConnection connection, ReportingZone zone)
    {
        var rows = new RowFilter();
        if (filter.Period.From is { } from)
            rows.Starts(zone.StartOf(from), long.MaxValue - 1);
        if (filter.Period.To is { } to)
            rows.Starts(0, zone.EndOf(to));
        if (filter.StartsBefore is { } before)
            rows.Starts(0, before);
        AddColumns(rows, filter, zone);
        if (filter.Not is { } not)
            AddColumns(rows.Opposite, not, zone);
        // Each row that these look at costs much: the database looks at those only that meet all else.
        if (LooksAtEach(filter) || (filter.Not is { } opposite && LooksAtEach(opposite)))
        {
            AddFound(rows, connection, parameters => $"SELECT c.id FROM conversations c {filter.ToSql(connection, parameters)}");
            return rows;
        }
        AddSearch(rows, filter.Search, filter.MaskPhones, connection);
        AddSearch(rows.Opposite, filter.Not?.Search, filter.MaskPhones, connection);
        return rows;
    }

    private static bool LooksAtEach(ConversationFilter filter) =>
        filter is { Phone: not null } or { Data.Count: > 0 } or { Ids.Count: > 0 };

    private static void AddSearch(RowFilter rows, string? search, bool maskPhones, PreparedConnection connection)
    {
        if (search is not null)
            AddFound(rows, connection, parameters =>
                string.Join(" UNION ALL ", FilterSql.Found(search, maskPhones, connection.Dialect, parameters)));
    }

    /// <summary>What columns hold.</summary>
    private static void AddColumns(RowFilter rows, ConversationFilter filter, ReportingZone zone)
    {
        AddHours(rows, filter, zone);
        AddProfile(rows, filter);
        AddNumbers(rows, filter);
        AddAnswers(rows, filter);
    }

    private static void AddProfile(RowFilter rows, ConversationFilter filter)
    {
        AnyOf(rows, filter.AgentIds, profile => profile.Counted.AgentId);
        if (filter.Outcomes.Count > 0)
            rows.Profile(profile => profile.Counted.Finished
                && filter.Outcomes.Contains(
                    profile.Counted.CallSuccessful is "success" or "failure" ? profile.Counted.CallSuccessful : "unknown"));
        if (filter.Statuses.Count > 0)
            rows.Profile(profile => filter.Statuses.Contains(profile.Counted.Finished ? "finished" : "unfinished")
                || filter.Statuses.Contains(profile.Counted.Status));
        if (filter.CallResults.Count > 0)
            rows.Profile(profile => filter.CallResults.Contains(
                profile.Counted.CallResult is { } word && CallResults.All.Contains(word) ? word : CallResults.Unknown));
        if (filter.Directions.Count > 0)
            rows.Profile(profile => filter.Directions.Contains(
                profile.Counted.Direction is "inbound" or "outbound" ? profile.Counted.Direction : "other"));
        AnyOf(rows, filter.EndReasons, profile => profile.Counted.EndReason);
        AnyOf(rows, filter.Channels, profile => profile.Counted.Channel);
        AnyOf(rows, filter.Sources, profile => profile.Counted.Source);
        AnyOf(rows, filter.Languages, profile => profile.Counted.MainLanguage);
        AnyOf(rows, filter.Sentiments, profile => profile.Counted.Sentiment);
        AnyOf(rows, filter.Versions, profile => profile.Counted.VersionId);
        AnyOf(rows, filter.Branches, profile => profile.Counted.BranchId);
        AnyOf(rows, filter.Campaigns, profile => profile.Counted.CampaignId);
        Flag(rows, filter.Commented, profile => profile.Counted.HasComment);
        Flag(rows, filter.Talked, profile => profile.Talked);
        Flag(rows, filter.Transferred, profile => profile.Counted is { Finished: true, Transferred: true });
        Flag(rows, filter.Handover, profile => profile.Counted is { Finished: true, AgentHandover: true });
        Flag(rows, filter.Dropout, profile => profile.Counted.Dropout);
        Flag(rows, filter.Error, profile => profile.Counted is { Finished: true, TechnicalError: true });
        Flag(rows, filter.Deleted, profile => profile.IsDeleted);
    }

    private static void AddNumbers(RowFilter rows, ConversationFilter filter)
    {
        Between(rows, block => block.Durations, filter.DurationMin, null);
        Between(rows, block => block.Durations, filter.DurationMax is null ? null : 1, filter.DurationMax);
        Between(rows, block => block.Credits, filter.CostMin, null); // apart, as each has its own opposite
        Between(rows, block => block.Credits, null, filter.CostMax);
        Known(rows, block => block.Credits, filter.CostKnown);
        if (filter.HasTranscript is { } read)
            rows.Between(block => block.BotMessages, read ? 0 : ColumnBlock.UnknownMessages,
                read ? ColumnBlock.UnknownMessages - 1 : ColumnBlock.UnknownMessages);
        if (filter.CostUsdKnown is { } known)
            rows.Add(_ => new DollarsTest(known));
        if (filter.Waited is { } waited)
            rows.Between(block => block.QueueWaits, waited ? 1 : ColumnBlock.Unknown, waited ? int.MaxValue : 0);
        if (filter.FrustrationMin is { } frustrated)
            rows.Between(block => block.Frustrations, ConversationCounting.TenThousandth(frustrated), short.MaxValue);
        if (filter.Rated is { } rated)
            rows.Rating(rating => rating is not null == rated);
        if (filter.Ratings.Count > 0)
            rows.Rating(rating => rating is { } known && filter.Ratings.Contains((int)(known + 0.5)));
        if (filter.RatingMin is { } least)
            rows.Rating(rating => rating >= least);
        if (filter.RatingMax is { } most)
            rows.Rating(rating => rating <= most);
    }

    private static void AddAnswers(RowFilter rows, ConversationFilter filter)
    {
        foreach (var criterion in filter.Criteria)
            rows.Codes(table => table.Criteria, block => block.Criteria,
                results => results.Any(one => one.CriterionId == criterion.CriterionId && criterion.Holds(one.Result)));
        if (filter.Tools.Count > 0)
            rows.Codes(table => table.Tools, block => block.Tools, tools => tools.Any(one => filter.Tools.Contains(one.Tool)));
        if (filter.ToolErrors.Count > 0)
            rows.Codes(table => table.Tools, block => block.Tools,
                tools => tools.Any(one => one.Errors > 0 && filter.ToolErrors.Contains(one.Tool)));
        if (filter.Transfers.Count > 0)
            rows.Codes(table => table.Transfers, block => block.Transfers,
                transfers => transfers.Any(one => filter.Transfers.Contains(one.ResultType)));
        if (filter.Tags.Count > 0)
            rows.Codes(table => table.Tags, block => block.Tags, tags => tags.Any(filter.Tags.Contains));
    }

    private static void AddHours(RowFilter rows, ConversationFilter filter, ReportingZone zone)
    {
        if (filter.Weekdays.Count > 0)
            rows.Add(_ => new HoursTest(new LocalClock(zone), HoursOfWeek(hour => filter.Weekdays.Contains((hour / 24) + 1))));
        if (filter.Hours.Count > 0)
            rows.Add(_ => new HoursTest(new LocalClock(zone), HoursOfWeek(hour => filter.Hours.Contains(hour % 24))));
    }

    private static bool[] HoursOfWeek(Func<int, bool> holds) => [.. Enumerable.Range(0, 168).Select(holds)];

    /// <param name="sql">Finds row ids, some perhaps several times.</param>
    private static void AddFound(RowFilter rows, PreparedConnection connection, Func<DynamicParameters, string> sql)
    {
        var parameters = new DynamicParameters();
        var statement = sql(parameters);
        using var command = connection.Expand(statement, parameters);
        using var cursor = connection.Cursor(command);
        var found = new IdSet();
        while (cursor.Read())
            found.Add(cursor.Whole(0));
        rows.Add(_ => new IdsTest(found));
    }

    private static void AnyOf(RowFilter rows, IReadOnlyList<string> values, Func<RowProfile, string?> value)
    {
        if (values.Count == 0)
            return;
        var wanted = values.ToHashSet(StringComparer.Ordinal);
        rows.Profile(profile => value(profile) is { } word && wanted.Contains(word));
    }

    private static void Flag(RowFilter rows, bool? wanted, Func<RowProfile, bool> value)
    {
        if (wanted is { } flag)
            rows.Profile(profile => value(profile) == flag);
    }

    private static void Between(RowFilter rows, Func<ColumnBlock, int[]> column, long? least, long? most)
    {
        if (least is not null || most is not null)
            rows.Between(column, least ?? ColumnBlock.Unknown + 1, most ?? int.MaxValue);
    }

    private static void Known(RowFilter rows, Func<ColumnBlock, int[]> column, bool? wanted)
    {
        if (wanted is { } known)
            rows.Between(column, known ? ColumnBlock.Unknown + 1 : ColumnBlock.Unknown, known ? int.MaxValue : ColumnBlock.Unknown);
    }
}
