namespace Voicebot.Tests.Support;

/// <summary>Conversations of every kind that the vendor is known to send, the same at every run of the tests.</summary>
public static class HostileMix
{
    private static readonly string[] Reasons =
    [
        "", "end_call tool was called.", "end_call tool was called", "Call ended by remote party", "Client disconnected: 1000",
            "Client disconnected: 1005",
        "Connection closed with code 1006", "Call ended after 30 seconds of silence", "Conversation has exceeded maximum duration",
            "This request exceeds your quota limit.",
        "custom_llm generation failed", "Missing required dynamic variables in first message: {'name'}", "Call was transferred",
            "user HUNG UP", "Voicemail detected", "Zażółć gęślą jaźń",
    ];

    private static readonly string[] Texts =
    [
        "Plain", "=cmd|' /C calc'!A0", "+48 500 600 700", "-1+1", "@SUM(A1)", "\tTab", "a;b,c\"d\"", "first\r\nsecond",
            "<img src=x onerror=alert(1)>",
        "Robert'); DROP TABLE conversations;--", "emoji 😀 and ż", "null", "", new string('x', 5_000), "\u202Eright to left", "%_\\",
    ];

    // Around midnights of Warsaw, the switch from summer time and the ends of months.
    private static readonly string[] Moments =
    [
        "2026-08-31T22:00:00Z", "2026-09-30T21:59:59Z", "2026-09-30T22:00:00Z", "2026-10-24T21:59:59Z", "2026-10-25T00:30:00Z",
            "2026-10-25T01:30:00Z", "2026-10-25T22:59:59Z", "2026-10-31T22:59:59Z",
    ];

    /// <summary>All within September and October 2026 of Warsaw.</summary>
    public static IReadOnlyList<VendorConversation> Of(int count, params string[] agents)
    {
        var random = new Random(20_261_122);
        var first = DateTimeOffset.Parse("2026-08-31T22:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        var last = DateTimeOffset.Parse("2026-10-31T22:59:59Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var builder = new ConversationBuilder($"conv_{number:0000}", agents[number % agents.Length]);
            builder = number < Moments.Length ? builder.At(Moments[number]) : builder.At(random.NextInt64(first, last + 1));
            return One(builder, random).Build();
        })];
    }

    private static ConversationBuilder One(ConversationBuilder builder, Random random)
    {
        builder.Lasting(random.Next(6) switch { 0 => 29, 1 => 30, 2 => 300, 3 => 301, _ => random.Next(1, 900) })
            .Outcome(Pick(random, "success", "success", "failure", "unknown"))
            .Ended(Pick(random, Reasons))
            .Titled(Pick(random, Texts), Pick(random, Texts))
            .Language(Pick(random, "pl", "en", "uk"))
            .Cost(random.Next(0, 2_000), random.Next(0, 400_000) / 1_000_000.0)
            .Talks(random.Next(0, 12));
        Caller(builder, random);
        Answers(builder, random);
        Handing(builder, random);
        Dialling(builder, random);
        return Fate(builder, random);
    }

    private static void Dialling(ConversationBuilder builder, Random random)
    {
        if (builder.Metadata["phone_call"] is null)
        {
            if (random.Next(8) == 0)
                builder.PhoneCall("outbound", "+48221000007", "+48501000007");
            else
                return;
        }
        _ = random.Next(10) switch
        {
            0 or 1 or 2 => builder.Dialled("answered"),
            3 => builder.Dialled("voicemail"),
            4 => builder.Dialled("busy"),
            5 => builder.Dialled("no_answer"),
            6 => builder.Dialled("no-answer"),
            7 => builder.Dialled("failed"),
            8 => builder.Dialled("a_result_of_tomorrow"),
            _ => builder,
        };
        if (random.Next(4) == 0)
        {
            builder.Transcript.Clear();
            builder.Says("agent", "Hello?").Waits();
        }
    }

    private static void Caller(ConversationBuilder builder, Random random)
    {
        var direction = Pick(random, "inbound", "outbound");
        _ = random.Next(9) switch
        {
            0 => builder.PhoneCall(direction, "+48221000001", "+48501000001"),
            1 => builder.PhoneCall(direction, "sip:bot@example.test", "anonymous", "sip_trunking"),
            2 => builder.TwilioBody(direction, "+48221000002", "+48501000002"),
            3 => builder.SipBody(direction, "+48221000003", "+48501000003"),
            4 => builder.Sms("+48221000004", "+48501000004"),
            5 => builder.WhatsApp("48501000005"),
            6 => builder.SystemVariables(direction, "+48501000006", "+48221000006"),
            7 => builder.Source("a_source_of_tomorrow"),
            _ => builder,
        };
        if (random.Next(10) == 0)
            builder.List["direction"] = null; // only the details know it
    }

    private static void Answers(ConversationBuilder builder, Random random)
    {
        foreach (var criterion in new[] { "polite", "solved", "=HYPERLINK(1)" })
            if (random.Next(3) > 0)
                builder.Criterion(criterion, Pick(random, "success", "failure", "unknown", "a_result_of_tomorrow"));
        _ = random.Next(6) switch
        {
            0 => builder.Datum("email", "jan@example.test"),
            1 => builder.Datum("visits", 3).Datum("paid", true),
            2 => builder.Datum("nothing", null),
            3 => builder.Datum("list", new System.Text.Json.Nodes.JsonArray(1, "two", null)),
            _ => builder,
        };
        _ = random.Next(8) switch
        {
            0 => builder.Rated(random.Next(1, 6)),
            1 => builder.RatedInFeedback(random.Next(1, 6), "=1+1"),
            2 => builder.Rated(random.Next(1, 6)).RatedInFeedback(1),
            3 => builder.Rated(0),
            _ => builder,
        };
    }

    private static void Handing(ConversationBuilder builder, Random random) => _ = random.Next(14) switch
    {
        0 => builder.SystemResult("transfer_to_number_sip_success"),
        1 => builder.SystemResult("transfer_to_number_error"),
        2 => builder.SystemResultAsText("transfer_to_number_twilio_success"),
        3 => builder.WorkflowResult("transfer_to_number_exotel_success"),
        4 => builder.TransferFeatureUsed(),
        5 => builder.WorkflowPhoneNodeUsed(),
        6 => builder.SystemResult("transfer_to_agent_success").Visited("agent_other"),
        7 => builder.Visited("agent_other"),
        _ => builder,
    };

    private static ConversationBuilder Fate(ConversationBuilder builder, Random random) => random.Next(14) switch
    {
        0 => builder.WithoutAnalysis().Failed(486, "Busy here").Lasting(0).Cost(0, null),
        1 => builder.WithoutAnalysis(absent: true).Failed(1002, "quota").Cost(null, null),
        2 => builder.InProgress(),
        3 => builder.WithoutAnalysis().Status("processing"),
        4 => builder.WithoutAnalysis().WithoutCosts(),
        5 => builder.WithoutCosts(),
        6 => builder.Cost(null, 0.5),
        7 => builder.Failed(1008, "policy").Status("done"),
        9 => builder.EmptyError(),
        8 => builder.Status("a_status_of_tomorrow"),
        _ => builder,
    };

    private static ConversationBuilder EmptyError(this ConversationBuilder builder)
    {
        builder.Metadata["error"] = new System.Text.Json.Nodes.JsonObject { ["code"] = null, ["reason"] = "" };
        return builder;
    }

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];
}
