using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Functions.Timers;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>The other conversations of one person, asked for by one of them.</summary>
public sealed class OtherConversationsTests
{
    private static IEnumerable<VendorConversation> Conversations() =>
    [
        Call("conv_1", "2026-10-01", "+48600000105"), Call("conv_2", "2026-10-02", "0048 600 000 105"),
        Call("conv_3", "2026-10-03", "sip:+48600000105@example.test;ext=7"),
        // The same last digits in another country, a withheld number twice, and nobody.
        Call("conv_german", "2026-10-04", "+49600000105"), Call("conv_hidden", "2026-10-05", "anonymous"),
        Call("conv_hidden_2", "2026-10-06", "anonymous"),
        new ConversationBuilder("conv_web").At("2026-10-07T10:00:00Z").Build(),
        User("conv_user_1", "2026-10-08", "klient-7"), User("conv_user_2", "2026-10-09", "klient-7"),
        User("conv_user_3", "2026-10-10", "klient-8"),
    ];

    [Theory]
    [InlineData("conv_1", "conv_3 conv_2", null, "conv_2")]
    [InlineData("conv_2", "conv_3 conv_1", "conv_1", "conv_3")]
    [InlineData("conv_3", "conv_2 conv_1", "conv_2", null)]
    [InlineData("conv_german", "", null, null)]
    [InlineData("conv_hidden", "", null, null)]
    [InlineData("conv_web", "", null, null)]
    [InlineData("conv_user_1", "conv_user_2", null, "conv_user_2")]
    [InlineData("conv_user_3", "", null, null)]
    public async Task Get_OfOneConversation_ListsTheOthersOfThePerson(string id, string others, string? previous, string? next)
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        var found = await server.GetJsonAsync($"api/conversations/{id}/others");

        Assert.Equal(others, string.Join(' ', found.Ids()));
        Assert.Equal(found.Ids().Count, found.Whole("total"));
        Assert.Equal((previous, next), (found.Text("previous_id"), found.Text("next_id")));
    }

    [Fact]
    public async Task Get_WithALimit_StillCountsAll()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        var found = await server.GetJsonAsync("api/conversations/conv_1/others?limit=1");

        Assert.Equal(["conv_3"], found.Ids());
        Assert.Equal(2, found.Whole("total"));
        await server.Http.GetProblemAsync("api/conversations/unknown/others", 404, "not_found");
        await server.Http.GetProblemAsync("api/conversations/conv_1/others?limit=0", 400, "invalid_parameter", "limit");
        await server.Http.GetProblemAsync("api/conversations/conv_1/others?phone=1", 400, "unknown_parameter", "phone");
    }

    /// <summary>They are told to be one person's, which the mask does not hide; the number itself stays out, in every text.</summary>
    [Fact]
    public async Task Get_WhileNumbersAreMasked_ShowsNoneOfThem()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        var text = (await server.GetJsonAsync("api/conversations/conv_1/others")).GetRawText();

        Assert.DoesNotContain("600000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("600 000", text, StringComparison.Ordinal);
        var phones = JsonDocument.Parse(text).RootElement.GetProperty("conversations").Texts("client_phone");
        Assert.Equal(2, phones.Count);
        Assert.All(phones, phone => Assert.Contains("•", phone, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_AfterNumbersWereForgotten_TiesNothingTogether()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        await server.SaveSettingsAsync(new { retention_phones_days = 1 });
        await server.Services.GetRequiredService<ScheduledWork>().ForgetAsync(default);

        Assert.Empty((await server.GetJsonAsync("api/conversations/conv_1/others")).Ids());
        Assert.Empty((await server.GetJsonAsync("api/conversations/conv_user_1/others")).Ids());
    }

    private static VendorConversation Call(string id, string day, string phone) =>
        new ConversationBuilder(id).At(day + "T10:00:00Z").PhoneCall("inbound", "+48221000001", phone).Titled("Call of " + phone, phone)
            .Talks(2).Build();

    private static VendorConversation User(string id, string day, string user)
    {
        var conversation = new ConversationBuilder(id).At(day + "T10:00:00Z").Talks(2).Build();
        conversation.Detail["user_id"] = user;
        return conversation;
    }
}
