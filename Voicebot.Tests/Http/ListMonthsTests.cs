using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class ListMonthsTests(SeededServer seeded)
{
    [Fact]
    public async Task Get_All_ListsNewestFirst() =>
        Assert.Equal("""{"months":["2026-10","2026-09"]}""", (await seeded.Server.GetJsonAsync("api/months")).GetRawText());

    [Fact]
    public async Task Get_OneAgent_ListsItsMonths() =>
        Assert.Equal("""{"months":["2026-10"]}""", (await seeded.Server.GetJsonAsync("api/months?agent_id=agent_two")).GetRawText());

    [Fact]
    public async Task Get_NothingStored_ListsNone()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Agents = [] });
        Assert.Equal("""{"months":[]}""", (await server.GetJsonAsync("api/months")).GetRawText());
    }
}
