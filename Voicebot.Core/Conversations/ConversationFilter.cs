using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Search;
using Voicebot.Core.Time;

namespace Voicebot.Core.Conversations;

/// <summary>
/// Which conversations: the same conditions for lists, exports and the numbers on the page.
/// Null and empty mean no condition.
/// </summary>
public sealed record ConversationFilter
{
    /// <summary>Any of these agents; empty means every agent.</summary>
    public IReadOnlyList<string> AgentIds { get; init; } = [];
    public Period Period { get; init; } = Period.AllTime;
    /// <summary>Any of success, failure, and unknown (neither of the two); finished conversations only.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];
    /// <summary>Any of these: a vendor status, "finished" (done or failed), or "unfinished".</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];
    public IReadOnlyList<string> EndReasons { get; init; } = [];
    /// <summary>Any of these results of dialling (see <see cref="Conversations.CallResults"/>), or unknown (none of these).</summary>
    public IReadOnlyList<string> CallResults { get; init; } = [];
    /// <summary>A person said or sent something.</summary>
    public bool? Talked { get; init; }
    /// <summary>Any of inbound, outbound, and other (neither of the two).</summary>
    public IReadOnlyList<string> Directions { get; init; } = [];
    public IReadOnlyList<string> Channels { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
    public bool? Transferred { get; init; }
    public bool? Handover { get; init; }
    public bool? Dropout { get; init; }
    public bool? Error { get; init; }
    public bool? Rated { get; init; }
    /// <summary>With a comment beside the rating.</summary>
    public bool? Commented { get; init; }
    /// <summary>Waited in the queue.</summary>
    public bool? Waited { get; init; }
    /// <summary>0 to 1, inclusive.</summary>
    public double? FrustrationMin { get; init; }
    public bool? CostKnown { get; init; }
    public bool? CostUsdKnown { get; init; }
    public bool? HasTranscript { get; init; }
    /// <summary>Deleted at the vendor, but kept here.</summary>
    public bool? Deleted { get; init; }
    /// <summary>Seconds, inclusive.</summary>
    public long? DurationMin { get; init; }
    public long? DurationMax { get; init; }
    /// <summary>Credits, inclusive.</summary>
    public long? CostMin { get; init; }
    public long? CostMax { get; init; }
    /// <summary>Any of these rounded ratings.</summary>
    public IReadOnlyList<int> Ratings { get; init; } = [];
    public double? RatingMin { get; init; }
    public double? RatingMax { get; init; }
    /// <summary>All of these; one criterion with two results meets nothing.</summary>
    public IReadOnlyList<CriterionCondition> Criteria { get; init; } = [];
    /// <summary>Part of a number of either end; of a masked one, only the whole number or what the mask shows.</summary>
    public string? Phone { get; init; }
    /// <summary>Whoever asks sees the clients' numbers masked only: no condition and no hit may tell more.</summary>
    public bool MaskPhones { get; init; }
    /// <summary>Words of title, summary or transcript, or an id (see <see cref="SearchText"/>).</summary>
    public string? Search { get; init; }
    /// <summary>Only how the search is carried out (see <see cref="SearchBreadth"/>).</summary>
    internal bool SearchIsBroad { get; init; }
    /// <summary>Called any of these tools at least once.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];
    /// <summary>Got an error from any of these tools at least once.</summary>
    public IReadOnlyList<string> ToolErrors { get; init; } = [];
    /// <summary>All of these.</summary>
    public IReadOnlyList<DatumCondition> Data { get; init; } = [];
    /// <summary>With any of these tags, by their ids.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>Any of these versions of the agent.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];
    /// <summary>Any of these branches of the agent.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];
    /// <summary>Dialled for any of these campaigns.</summary>
    public IReadOnlyList<string> Campaigns { get; init; } = [];
    /// <summary>With a transfer that ended in any of these ways, by the vendor's result types.</summary>
    public IReadOnlyList<string> Transfers { get; init; } = [];
    /// <summary>Any of these labels of the vendor's analysis of the mood.</summary>
    public IReadOnlyList<string> Sentiments { get; init; } = [];
    /// <summary>Any of these local weekdays of the start, 1 is Monday.</summary>
    public IReadOnlyList<int> Weekdays { get; init; } = [];
    /// <summary>Any of these local hours of the start, 0–23.</summary>
    public IReadOnlyList<int> Hours { get; init; } = [];
    /// <summary>Any of these conversations; empty means all.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>
    /// The opposites: none of the conditions in it holds, be it that what it asks for is not known. It has no period, and no opposites
    /// of its own.
    /// </summary>
    public ConversationFilter? Not { get; init; }

    /// <summary>Unix seconds, exclusive: the end of a part of a day. No parameter sets it.</summary>
    internal long? StartsBefore { get; init; }

    /// <summary>True when only agents and days are asked for, which the daily aggregates can count.</summary>
    public bool IsScope => this with { AgentIds = Scope.AgentIds, Period = Scope.Period, MaskPhones = Scope.MaskPhones } == Scope;

    /// <summary>Agents and days for the daily aggregates; the other conditions are left out.</summary>
    public AggregateScope ToScope() => new(AgentIds, Period.From?.DayNumber, Period.To?.DayNumber);

    /// <summary>The condition over <c>conversations c</c>, beginning with WHERE; values go into the parameters.</summary>
    /// <param name="connection">Where it is asked; learns the functions that the condition needs.</param>
    public string ToSql(PreparedConnection connection, DynamicParameters parameters) => FilterSql.Where(this, connection, parameters);

    private static ConversationFilter Scope { get; } = new();
}
