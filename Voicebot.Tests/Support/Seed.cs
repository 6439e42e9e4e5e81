namespace Voicebot.Tests.Support;

/// <summary>Nine conversations of two agents that differ in everything that can be filtered; the zone is Warsaw's.</summary>
public static class Seed
{
    public const string HostileTitle = "=HYPERLINK(\"http://evil.example\",\"pay\")";
    public const string HostileSummary = "Line one;\r\n\"quoted\" <script>alert(1)</script> 100% of_it";

    /// <summary>All ids, newest first.</summary>
    public static IReadOnlyList<string> NewestFirst { get; } =
        ["conv_running", "conv_second", "conv_failed", "conv_text", "conv_web", "conv_out", "conv_in", "conv_hostile", "conv_transfer"];

    public static IEnumerable<VendorConversation> Conversations() =>
    [
        new ConversationBuilder("conv_running").At("2026-10-31T10:00:00Z").Telephone("inbound").InProgress(),
        new ConversationBuilder("conv_second", "agent_two").At("2026-10-06T10:00:00Z").Lasting(30).Visited("agent_three")
            .PhoneCall("inbound", "+48221000002", "+48501000002").Cost(300, 0.06).Talks(4),
        new ConversationBuilder("conv_failed").At("2026-10-05T10:00:00Z")
            .PhoneCall("outbound", "+48221000001", "+48501000003", "sip_trunking")
            .WithoutAnalysis().Failed(486, "Busy here").Lasting(0).Ended("").Cost(0, null),
        new ConversationBuilder("conv_text").At("2026-10-04T10:00:00Z").WhatsApp("48501000004").Lasting(400).Cost(0, 0).Talks(3),
        new ConversationBuilder("conv_web").At("2026-10-03T10:00:00Z").Lasting(301).Outcome("unknown").Ended("Client disconnected: 1006")
            .RatedInFeedback(2, "Slow").WithoutCosts().Language("en").Criterion("polite", "unknown").Talks(5),
        new ConversationBuilder("conv_out").At("2026-10-02T10:00:00Z").Lasting(20).Outcome("failure").Ended("Call ended by remote party")
            .PhoneCall("outbound", "+48221000001", "+48501000005", "sip_trunking").Cost(50, null).Criterion("polite", "failure").Talks(2),
        new ConversationBuilder("conv_in").At("2026-10-01T08:00:00Z").Lasting(65).PhoneCall("inbound", "+48221000001", "+48501000006")
            .Rated(5).Cost(100, 0.02).Criterion("polite", "success").Criterion("solved", "success").Datum("email", "jan@example.test")
                .Datum("visits", 2).Talks(6),
        // In Warsaw it is the first of October already.
        new ConversationBuilder("conv_hostile").At("2026-09-30T22:30:00Z").Titled(HostileTitle, HostileSummary).Cost(10, 0.0012345)
            .Datum("note", "@SUM(A1)").Talks(1),
        new ConversationBuilder("conv_transfer").At("2026-09-15T10:00:00Z").Lasting(120)
            .PhoneCall("inbound", "+48221000003", "+48501000007", "exotel")
            .SystemResult("transfer_to_number_twilio_success").Ended("Call ended by remote party").Cost(400, 0.08).Talks(2),
    ];
}
