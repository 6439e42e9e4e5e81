using System.ComponentModel;

namespace Voicebot.Core.Kpis;

/// <summary>What was collected in the conversations of a filter, datum by datum.</summary>
public sealed record DataReport
{
    public string? AgentId { get; init; }
    public string? Month { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public required string TimeZone { get; init; }
    public long TotalConversations { get; init; }
    [Description("From the first to the last day with conversations, in at most 60 equal parts: days where there is room, else weeks "
        + "and so on. Conversations without a start are in none.")]
    public required IReadOnlyList<DataPeriod> Periods { get; init; }
    [Description("By id. Of more than 300, those that were collected most often.")]
    public required IReadOnlyList<DatumFigures> Data { get; init; }
    [Description("So many more data occur, which are not told of here: there are too many, or their ids are longer than 200 characters.")]
    public long DataLeftOut { get; init; }
}

/// <summary>Both days inclusive, and how many conversations began in them.</summary>
public sealed record DataPeriod(DateOnly From, DateOnly To, long Total);

public sealed record DatumFigures
{
    public required string Id { get; init; }
    [Description("With a value that is not null.")]
    public long Filled { get; init; }
    [Description("Asked for, but null.")]
    public long NullCount { get; init; }
    [Description("Conversations without it; with 'filled' and 'null_count' all of them.")]
    public long Absent { get; init; }
    [Description("What the values were collected as: a date is a text that is an ISO date, or date and time.")]
    public required DatumTypes Types { get; init; }
    [Description("The types in the order in which they were first seen, and on which days: those of a datum whose type has changed "
        + "follow one another.")]
    public required IReadOnlyList<DatumTypeDays> TypeDays { get; init; }
    [Description("The 20 most frequent values, equal ones by the value; as they are shown, what is masked being masked.")]
    public required IReadOnlyList<DatumValue> Values { get; init; }
    [Description("How many different values there are; null where they were too many to be counted: then 'values' are of those that "
        + "were met first, each with its exact count.")]
    public long? DistinctValues { get; init; }
    [Description("Of the numbers, but those that are masked.")]
    public double? Mean { get; init; }
    public double? Min { get; init; }
    public double? Max { get; init; }
    [Description("At most 12 bars of equal width; none where all numbers are the same.")]
    public required IReadOnlyList<NumberBar> Histogram { get; init; }
    [Description("Filled ones in each of 'periods'.")]
    public required IReadOnlyList<long> FilledByPeriod { get; init; }
}

/// <summary>How many filled values there are of each type.</summary>
public sealed record DatumTypes(long String, long Number, long Boolean, long Date, long Array, long Object);

/// <summary>Local days, of conversations whose start is known.</summary>
public sealed record DatumTypeDays(string Type, DateOnly First, DateOnly Last);

/// <summary>
/// Spellings that differ in capitals only are one value, in the spelling that occurs most. A long value is cut, and ends in "…".
/// </summary>
public sealed record DatumValue(string Value, long Count, bool IsCut);

/// <summary>From inclusive, to exclusive.</summary>
public sealed record NumberBar(double From, double To, long Count);
