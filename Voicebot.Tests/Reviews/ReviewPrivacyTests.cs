using Dapper;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Reviews;

/// <summary>What people write about conversations is as private as these.</summary>
public sealed class ReviewPrivacyTests
{
    private const string Person = "+48509876543";

    private static IEnumerable<VendorConversation> Conversations() =>
    [
        new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", Person)
            .Outcome("failure").Ended("Call ended by remote party").Talks(2),
        new ConversationBuilder("conv_2").At("2026-10-06T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000001")
            .Outcome("failure").Ended("Call ended by remote party").Talks(2),
    ];

    private static async Task<VoicebotServer> StartAsync(VendorSimulator vendor)
    {
        var server = await Inbox.StartAsync(new VoicebotServerSetup { Vendor = vendor });
        await server.SaveSettingsAsync(new { mask_phones = false });
        await server.SyncAsync();
        await server.UnseenAsync(2);
        await server.ChangeAsync("conv_1", new { note = "Zyzzyva, prosi o telefon 509 876 543", labels = new[] { "Quokka" } });
        await server.ChangeAsync("conv_2", new { note = "Mąż ma numer 509-876-543" });
        return server;
    }

    [Fact]
    public async Task Erase_APerson_TakesReviewAndNotesAlongAndTheNumberOutOfOthers()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        await server.AddRuleAsync(new { name = "Pan z 509 876 543", filters = new { outcome = "failure" } });
        await server.AddRuleAsync(new { name = "Wdzięczny", filters = new { search = "oddzwonić 509-876-544" } });

        (await server.Http.PostJsonAsync("api/erase", new { phone = Person })).Dispose();

        await Eventually.True(async () => (await server.GetJsonAsync("api/review-rules")).GetProperty("rules").GetArrayLength() == 5,
            "the rules without the number");
        await server.Http.GetProblemAsync("api/reviews/conv_1", 404, "not_found");
        Assert.Equal(["conv_2"], (await server.ReasonsAsync()).Keys);
        var note = Assert.Single((await server.GetJsonAsync("api/reviews/conv_2")).GetProperty("history").Texts("note"))!;
        Assert.StartsWith("Mąż ma numer", note, StringComparison.Ordinal);
        Assert.DoesNotContain("509", note, StringComparison.Ordinal);
        Assert.Equal(1, server.Database.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM review_events")));
        Assert.Equal(0, server.Database.Read(connection => connection.ExecuteScalar<long>(
            "SELECT COUNT(*) FROM review_reasons WHERE conversation NOT IN (SELECT id FROM conversations)")));
        if (!PostgresServer.IsForAll)
            Assert.Empty(RawFiles.Holding(RawFiles.Of(server.DataFolder), ["Zyzzyva", "Quokka", "509 876 543", "509-876-543"]));
    }

    [Fact]
    public async Task PersonData_HoldsWhatPeopleWroteAboutThePerson()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        await (await server.Http.PostJsonAsync("api/callbacks", new
        {
            changes = new[] { new { conversation_id = "conv_1", action = "done", note = "Oddzwoniono, sprawa zamknięta" } },
        })).JsonAsync();

        var notes = (await server.GetJsonAsync("api/person-data?phone=" + Uri.EscapeDataString(Person))).GetProperty("notes");

        Assert.Equal(
            [("conv_1", "review", "Zyzzyva, prosi o telefon 509 876 543"), ("conv_1", "callback", "Oddzwoniono, sprawa zamknięta")],
            notes.EnumerateArray().Select(note => (note.Text("conversation_id"), note.Text("about"), note.Text("note"))));
        Assert.Equal("Quokka", Assert.Single(notes[0].GetProperty("labels").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("retention_texts_days", null)]
    [InlineData("retention_phones_days", "Zyzzyva, prosi o telefon")]
    public async Task Forget_TextsOrNumbers_ForgetsThoseOfNotesToo(string setting, string? left)
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await StartAsync(vendor);
        await server.SaveSettingsAsync(new Dictionary<string, object> { [setting] = 7 });

        await Voicebot.Functions.Timers.TimerFunction.All.Single(function => function.Name == "ForgetNightly")
            .RunAsync(server.Services, new Microsoft.Azure.Functions.Worker.TimerInfo(), TestContext.Current.CancellationToken);

        var review = await server.GetJsonAsync("api/reviews/conv_1");
        var note = Assert.Single(review.GetProperty("history").Texts("note"));
        Assert.Equal(left is null, note is null);
        Assert.DoesNotContain("509", note ?? "", StringComparison.Ordinal);
        Assert.StartsWith(left ?? "", note ?? "", StringComparison.Ordinal);
        Assert.Equal("new", review.Text("state"));
    }
}
