using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class RefetchConversationTests
{
    private const string Path = "api/conversations/conv_in/refetch";

    [Fact]
    public async Task Post_ChangedAtTheVendor_AnswersAndKeepsTheNewState()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        vendor.Change("conv_in", one => one.Detail["metadata"]!["cost"] = 777);
        vendor.Requests.Clear();

        var answer = await (await server.Http.PostAsync(Path, null)).JsonAsync();

        Assert.Equal(("conv_in", 777), (answer.Text("conversation_id"), answer.Whole("cost")));
        Assert.Equal(777, (await server.GetJsonAsync("api/conversations/conv_in")).Whole("cost"));
        Assert.Equal(["conv_in"], vendor.DetailRequests);
        Assert.Equal(0, vendor.ListRequests);
    }

    [Fact]
    public async Task Post_GoneAtTheVendor_SaysSoAndKeepsWhatIsStored()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        vendor.Remove("conv_in");
        await (await server.Http.PostAsync(Path, null)).ProblemAsync(404, "not_at_elevenlabs");
        Assert.Equal(100, (await server.GetJsonAsync("api/conversations/conv_in")).Whole("cost"));
    }

    [Fact]
    public async Task Post_VendorFails_SaysWhatIsWrong()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        vendor.OnDetail("conv_in", Enumerable.Repeat(VendorFaults.Drop, 4).ToArray());
        await (await server.Http.PostAsync(Path, null)).ProblemAsync(502, "elevenlabs_unavailable");
    }

    [Fact]
    public async Task Post_WrongRequest_IsRefused()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await (await server.Http.PostAsync("api/conversations/conv_nobody/refetch", null)).ProblemAsync(404, "not_found");
        await (await server.Http.PostTextAsync(Path, """{"deep":true}""")).ProblemAsync(400, "unknown_parameter", "deep");
        await (await server.Http.PostAsync(Path + "?deep=true", null)).ProblemAsync(400, "unknown_parameter", "deep");
        await server.Http.GetProblemAsync(Path, 405, "method_not_allowed");
    }
}
