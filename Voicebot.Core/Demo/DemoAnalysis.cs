using System.Text.Json;

namespace Voicebot.Core.Demo;

/// <summary>Writes the analysis object: verdict, summary, criteria and collected data.</summary>
internal static class DemoAnalysis
{
    /// <param name="writer">Inside the detail.</param>
    /// <param name="conversation">Null while it is not analysed, and for failed calls, which never are.</param>
    public static void Write(Utf8JsonWriter writer, DemoConversation? conversation)
    {
        if (conversation is null)
        {
            writer.WriteNull("analysis"u8);
            return;
        }
        var judgements = Judge(conversation);
        var data = Collect(conversation);
        writer.WriteStartObject("analysis"u8);
        writer.WriteStartObject("evaluation_criteria_results"u8);
        foreach (var judgement in judgements)
        {
            writer.WritePropertyName(judgement.Criterion.Id);
            WriteJudgement(writer, judgement);
        }
        writer.WriteEndObject();
        writer.WriteStartObject("data_collection_results"u8);
        foreach (var (datum, value) in data)
        {
            writer.WritePropertyName(datum.Id);
            WriteDatum(writer, datum, value, conversation);
        }
        writer.WriteEndObject();
        writer.WriteStartArray("evaluation_criteria_results_list"u8);
        foreach (var judgement in judgements)
            WriteJudgement(writer, judgement);
        writer.WriteEndArray();
        writer.WriteStartArray("data_collection_results_list"u8);
        foreach (var (datum, value) in data)
            WriteDatum(writer, datum, value, conversation);
        writer.WriteEndArray();
        writer.WriteString("call_successful"u8, conversation.Verdict);
        writer.WriteNull("call_success_score"u8);
        // The schema demands a summary string in the detail; what was never summarised is empty here and null in the list.
        writer.WriteString("transcript_summary"u8, conversation.LacksSummary ? "" : conversation.Summary);
        writer.WriteString("call_summary_title"u8, conversation.LacksSummary ? null : conversation.Title);
        writer.WriteStartArray("scoped"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private readonly record struct Judgement(DemoCriterion Criterion, string Result, string Rationale, int? Score);

    private static Judgement[] Judge(DemoConversation conversation)
    {
        var random = conversation.Stream(8);
        var good = conversation.Verdict == "success";
        var mute = conversation.Fate is DemoFate.Abandoned or DemoFate.Voicemail;
        return [.. conversation.Agent.Criteria.Select(criterion =>
        {
            var undecided = mute ? 0.7 : conversation.Verdict == "unknown" ? criterion.Undecided + 0.35 : criterion.Undecided;
            var unknown = random.Chance(undecided);
            var passed = random.Chance(
                (good ? criterion.PassWhenSuccessful : criterion.PassOtherwise)
                    + 0.02 * conversation.Mood.Quality - 0.2 * conversation.Mood.Trouble);
            int? score = !criterion.Numeric || unknown ? null : passed ? random.Between(60, 98) : random.Between(18, 59);
            return unknown ? new Judgement(criterion, "unknown", criterion.WhyUnknown, null)
                : passed ? new Judgement(criterion, "success", criterion.WhyPassed, score)
                : new Judgement(criterion, "failure", criterion.WhyFailed, score);
        })];
    }

    private static void WriteJudgement(Utf8JsonWriter writer, Judgement judgement)
    {
        writer.WriteStartObject();
        writer.WriteString("criteria_id"u8, judgement.Criterion.Id);
        writer.WriteString("result"u8, judgement.Result);
        writer.WriteString("rationale"u8, judgement.Rationale);
        writer.WriteString("scoring_mode"u8, judgement.Criterion.Numeric ? "numeric_uniform"u8 : "binary"u8);
        if (judgement.Score is { } score)
            writer.WriteNumber("score"u8, score);
        else
            writer.WriteNull("score"u8);
        if (judgement.Criterion.Numeric)
            writer.WriteNumber("max_score"u8, 100);
        else
            writer.WriteNull("max_score"u8);
        writer.WriteEndObject();
    }

    /// <summary>Values are string, bool, int, decimal or null, as JSON has them.</summary>
    private static (DemoDatum Datum, object? Value)[] Collect(DemoConversation conversation)
    {
        var random = conversation.Stream(9);
        var slots = conversation.Slots;
        var scenario = conversation.Scenario.Id;
        var heard = conversation.Fate is not (DemoFate.Abandoned or DemoFate.Voicemail);
        var resolved = conversation.Fate == DemoFate.Resolved;
        return [.. conversation.Agent.Data.Select(datum => (datum, heard ? Value(datum.Id) : null))];

        object? Value(string id) => id switch
        {
            "temat" or "topic" => scenario,
            "numer_klienta" => Said(slots[DemoSlot.Customer]) ? slots[DemoSlot.Customer] : null,
            "prosba_o_kontakt" or "wants_contact" => conversation.Fate == DemoFate.ToolFailed || random.Chance(0.12),
            "liczba_wizyt" => scenario == "technician_visit" && resolved ? random.Between(1, 2) : null,
            "podana_cena" => Said(slots[DemoSlot.Price]) ? slots.Plan : null,
            // In the first days of a month the configuration asks for a text: what that does to the figures is there to be seen.
            "quoted_price" => !Said(slots[DemoSlot.Price]) ? null
                : DateOnly.FromDayNumber(conversation.Key.Day).Day < 10 ? FormattableString.Invariant($"{slots.Plan} PLN") : slots.Plan,
            "deklaracja_wplaty" => scenario.StartsWith("payment", StringComparison.Ordinal) ? resolved : null,
            "termin_wplaty" => scenario.StartsWith("payment", StringComparison.Ordinal) && resolved ? slots[DemoSlot.IsoDate] : null,
            "kwota" => scenario.StartsWith("payment", StringComparison.Ordinal) ? slots.Amount : null,
            "powod_opoznienia" => scenario == "payment_reminder" && random.Chance(0.5) ? random.Pick(DelayReasons) : null,
            "devices" => scenario == "plan_change" && random.Chance(0.7) ? random.Between(2, 9) : null,
            "email" => random.Chance(0.18) ? $"{slots[DemoSlot.Order].ToLowerInvariant()}@example.test" : null,
            _ => null,
        };

        bool Said(string text) => conversation.Turns.Any(t => t.Message?.Contains(text, StringComparison.Ordinal) == true);
    }

    private static readonly string[] DelayReasons = ["zapomnienie", "oczekiwanie na wypłatę", "sporna faktura", "brak faktury e-mail"];

    private static void WriteDatum(Utf8JsonWriter writer, DemoDatum datum, object? value, DemoConversation conversation)
    {
        writer.WriteStartObject();
        writer.WriteString("data_collection_id"u8, datum.Id);
        switch (value)
        {
            case string text: writer.WriteString("value"u8, text); break;
            case bool yes: writer.WriteBoolean("value"u8, yes); break;
            case int number: writer.WriteNumber("value"u8, number); break;
            case decimal amount: writer.WriteNumber("value"u8, amount); break;
            default: writer.WriteNull("value"u8); break;
        }
        writer.WriteStartObject("json_schema"u8);
        writer.WriteString("type"u8, datum.Type);
        writer.WriteString("description"u8, datum.Description);
        if (datum.Allowed is null)
        {
            writer.WriteNull("enum"u8);
        }
        else
        {
            writer.WriteStartArray("enum"u8);
            foreach (var allowed in datum.Allowed)
                writer.WriteStringValue(allowed);
            writer.WriteEndArray();
        }
        writer.WriteBoolean("is_system_provided"u8, false);
        writer.WriteString("dynamic_variable"u8, ""u8);
        writer.WriteString("allowed_values_dynamic_variable"u8, ""u8);
        writer.WriteString("constant_value"u8, ""u8);
        writer.WriteBoolean("is_omitted"u8, false);
        writer.WriteEndObject();
        var english = conversation.Agent == DemoCompany.Web;
        writer.WriteString("rationale"u8, value is null
            ? english ? "Not mentioned in the conversation." : "Nie padło w rozmowie."
            : english ? "Taken from the visitor's words." : "Na podstawie wypowiedzi rozmówcy.");
        writer.WriteEndObject();
    }
}
