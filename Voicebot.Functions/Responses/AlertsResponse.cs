using System.ComponentModel;
using Voicebot.Core.Alerts;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>One page of what happened, newest first.</summary>
internal sealed record AlertsResponse(
    long Total,
    [property: Description("How many last at this moment, whatever was asked for.")] long Open,
    int Page,
    int PerPage,
    IReadOnlyList<AlertResponse> Alerts)
{
    public static AlertsResponse Of(AlertList list, int page, int perPage, EffectiveSettings settings) =>
        new(list.Total, list.Open, page, perPage, [.. list.Items.Select(alert => AlertResponse.Of(alert, settings))]);
}

/// <summary>Something that happened, and who was told.</summary>
internal sealed record AlertResponse(
    long Id,
    [property: Description("Null when the rule is gone.")] long? RuleId,
    [property: Description("The rule's name then.")] string Name,
    [property: Description("figure, conversations or system.")] string Kind,
    DateTimeOffset BeganAt,
    [property: Description("Null while it lasts; of single conversations the moment itself.")] DateTimeOffset? EndedAt,
    AlertFactsResponse Facts,
    [property: Description("The newest conversations that it is about, at most 10.")] IReadOnlyList<string> ConversationIds,
    IReadOnlyList<AlertDeliveryResponse> Deliveries)
{
    public static AlertResponse Of(Alert alert, EffectiveSettings settings) => new(alert.Id, alert.RuleId, alert.Name, alert.Kind,
        settings.Zone.Local(alert.BeganAt), alert.EndedAt is { } end ? settings.Zone.Local(end) : null, AlertFactsResponse.Of(alert.Facts),
        alert.ConversationIds, [.. alert.Deliveries.Select(delivery => AlertDeliveryResponse.Of(delivery, settings))]);
}

/// <summary>What was found, and what the rule asked for then; what does not belong to its kind is null.</summary>
internal sealed record AlertFactsResponse(
    string? Figure,
    string? Operator,
    [property: Description("The number that the rule names.")] double? Limit,
    DateOnly? From,
    DateOnly? To,
    [property: Description("The figure, or by how much it changed.")] double? Value,
    [property: Description("Of a change: points, percent or absolute.")] string? Unit,
    [property: Description("How many stand behind it; null where it is a count itself.")] long? N,
    [property: Description("Conversations that met the conditions.")] long? Count,
    IReadOnlyDictionary<string, string>? Filters,
    [property: Description("Of silence.")] int? Hours,
    [property: Description("Conversations of as many hours in the weeks before, on average.")] double? Expected,
    [property: Description("Of a budget; 'value' is percent of it.")] int? Percent,
    [property: Description("Of a budget: the forecast was asked, not what is spent.")] bool? Forecast,
    [property: Description("Of a budget: what is spent, or will be.")] decimal? Amount,
    decimal? Budget,
    string? Currency,
    [property: Description("The agent whose budget it is; null for that of all.")] string? AgentId,
    [property: Description("Of a problem, as /api/health has it.")] string? Code,
    string? Detail)
{
    public static AlertFactsResponse Of(AlertFacts facts) => new(facts.Rule.Figure, facts.Rule.Operator, facts.Rule.Value, facts.From,
        facts.To, facts.Value, facts.Unit, facts.N, facts.Count, facts.Rule.Filters, facts.Rule.Hours, facts.Expected,
        facts.Rule.Percent, facts.Rule.Forecast, facts.Amount, facts.Budget, facts.Currency, facts.AgentId, facts.Code, facts.Detail);
}

/// <summary>One message of an alert to a channel.</summary>
internal sealed record AlertDeliveryResponse(
    long ChannelId,
    string Channel,
    [property: Description("begun or over.")] string About,
    [property: Description(
        "waiting, sent, given_up (the other side does not take it), or dropped (it was over before it could be sent).")] string State,
    int Attempts,
    [property: Description("When it is tried next, or was tried last.")] DateTimeOffset At,
    [property: Description("What the other side answered last.")] string? Answer)
{
    public static AlertDeliveryResponse Of(AlertDelivery delivery, EffectiveSettings settings) => new(delivery.ChannelId, delivery.Channel,
        delivery.About, delivery.State, delivery.Attempts,
        settings.Zone.Local(delivery.State == AlertDelivery.Waiting ? delivery.DueAt : delivery.ChangedAt), delivery.Answer);
}
