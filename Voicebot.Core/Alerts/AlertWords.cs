using System.Globalization;
using Voicebot.Core.Csv;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;

namespace Voicebot.Core.Alerts;

/// <summary>Says in words what happened, in Polish or English.</summary>
/// <param name="page">Where people open the dashboard; null where that is not known, and then there are no links.</param>
/// <param name="agentName">What an agent is called, by its id.</param>
internal sealed class AlertWords(ReportLanguage language, ReportingZone zone, Uri? page, Func<string, string> agentName)
{
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language == ReportLanguage.Polish ? "pl-PL" : "en-GB");

    public AlertMessage Of(Alert alert, string about, IReadOnlyList<NamedConversation> conversations)
    {
        var isOver = about == AlertDelivery.Over;
        var name = Line(language.Choose(alert.Name, PolishTexts.RuleName(alert.Name)));
        var lines = new List<string>();
        if (isOver)
            lines.Add(language.Choose($"It began on {At(alert.BeganAt)} and ended on {At(alert.EndedAt ?? alert.BeganAt)}.",
                $"Początek: {At(alert.BeganAt)}, koniec: {At(alert.EndedAt ?? alert.BeganAt)}."));
        else
            lines.AddRange(Happened(alert.Facts));
        lines.AddRange(conversations.Select(Named));
        return new AlertMessage(
            isOver ? language.Choose($"Over: {name}", $"Koniec: {name}") : language.Choose($"Alert: {name}", $"Alert: {name}"),
            lines, page is null ? [] : Links(page, conversations), language);
    }

    /// <summary>Sent by a test button.</summary>
    public AlertMessage Test(string channel) => new(
        language.Choose("Test: alerts arrive here", "Test: alerty docierają tutaj"),
        [language.Choose($"Voicebot Dashboard sends its alerts to this channel ({Line(channel)}). There is nothing to do.",
            $"Voicebot Dashboard wysyła alerty na ten kanał ({Line(channel)}). Nic nie trzeba robić.")],
        page is null ? [] : Links(page, []), language);

    private IEnumerable<string> Happened(AlertFacts facts)
    {
        if (facts.Rule.Event == AlertEvent.Budget)
            yield return Budget(facts);
        else if (facts.Code is { } code)
            yield return language.Choose(facts.Detail ?? code, PolishTexts.Problem(code) ?? facts.Detail ?? code);
        else if (facts.Count is { } count && facts.Expected is null)
            yield return language.Choose($"Conversations that meet the conditions: {Number(count)}.",
                $"Rozmowy, które spełniają warunki: {Number(count)}.");
        else if (facts.Expected is { } expected)
            yield return language.Choose(
                $"No conversations for {facts.Rule.Hours} hours; in the weeks before there were {Number(expected)} on average in these "
                    + "hours.",
                $"Od {facts.Rule.Hours} godz. nie ma rozmów; w poprzednich tygodniach było w tych godzinach średnio {Number(expected)}.");
        else
            yield return Figure(facts);
    }

    private string Budget(AlertFacts facts)
    {
        var month = facts.From?.ToString("MMMM yyyy", culture) ?? "";
        string Money(decimal? amount) => amount is { } known ? $"{Number((double)known)}\u00a0{facts.Currency}" : "–";
        var (amount, percent, budget) = (Money(facts.Amount), $"{Number(facts.Value ?? 0)}%", Money(facts.Budget));
        var agent = facts.AgentId is { } id ? Line(agentName(id)) : null;
        var (of, agentOf) = agent is null ? ("", "") : ($" of the agent {agent}", $" agenta {agent}");
        return facts.Rule.Forecast == true
            ? language.Choose($"{month} will cost about {amount}: {percent} of the budget{of} ({budget}).",
                $"{month}: koszt wyniesie około {amount}, czyli {percent} budżetu{agentOf} ({budget}).")
            : language.Choose($"{month}: {amount} is spent, {percent} of the budget{of} ({budget}).",
                $"{month}: wydano {amount}, czyli {percent} budżetu{agentOf} ({budget}).");
    }

    private string Figure(AlertFacts facts)
    {
        var row = FigureRow.All.FirstOrDefault(one => one.Field == facts.Rule.Figure);
        var figure = row is null ? facts.Rule.Figure ?? "" : language.Choose(row.English, row.Polish);
        var unit = facts.Unit switch
        {
            "points" => language.Choose(" pp", " p.p."),
            "percent" => "%",
            "absolute" => "",
            _ => row?.Unit is { Length: > 0 } own ? own == "%" ? own : "\u00a0" + own : "",
        };
        var days = facts.From is { } from && facts.To is { } to
            ? from == to ? Day(from) : $"{Day(from)} – {Day(to)}" : "";
        var n = facts.N is { } known ? $", n = {Number(known)}" : "";
        var limit = facts.Rule.Value is { } value ? Number(value) + unit : "";
        var measured = facts.Value is { } found ? Number(found) + unit : "–";
        return facts.Rule.Operator switch
        {
            AlertOperator.Above => language.Choose($"{figure}: {measured} ({days}{n}), above {limit}.",
                $"{figure}: {measured} ({days}{n}), powyżej {limit}."),
            AlertOperator.Below => language.Choose($"{figure}: {measured} ({days}{n}), below {limit}.",
                $"{figure}: {measured} ({days}{n}), poniżej {limit}."),
            _ => language.Choose($"{figure}: change of {measured} against as many days before ({days}{n}); the limit is {limit}.",
                $"{figure}: zmiana o {measured} wobec tylu samo dni wcześniej ({days}{n}); próg to {limit}."),
        };
    }

    private string Named(NamedConversation conversation) => string.Join(" · ", new[]
    {
        conversation.BeganAt is { } at ? at.ToString(language.Choose("d MMM yyyy, HH:mm", "dd.MM.yyyy, HH:mm"), culture) : null,
        conversation.Phone, conversation.Title is { } title ? Line(title) : null,
    }.Where(part => part is not null));

    private List<(string, Uri)> Links(Uri at, IReadOnlyList<NamedConversation> conversations) =>
    [
        .. conversations.Select(one => (language.Choose("Conversation", "Rozmowa"), new Uri(ConversationLink.Of(at, one.Id)))),
        (language.Choose("Alerts", "Alerty"), new Uri(at, "?view=alerts")),
    ];

    private string At(long seconds) =>
        zone.Local(seconds).ToString(language.Choose("d MMM yyyy 'at' HH:mm", "dd.MM.yyyy HH:mm"), culture);

    private string Day(DateOnly day) => day.ToString(language.Choose("d MMM yyyy", "dd.MM.yyyy"), culture);

    private string Number(double value) => Math.Round(value, 2).ToString("#,0.##", culture);

    /// <summary>Names are one line, whatever somebody typed in or a vendor sent.</summary>
    private static string Line(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
}
