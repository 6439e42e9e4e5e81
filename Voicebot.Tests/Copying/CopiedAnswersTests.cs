using System.Net;
using Voicebot.Core.Settings;
using Voicebot.Functions.Commands;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Copying;

/// <summary>What a program answers that starts on a copy: the same as on what was copied.</summary>
public sealed class CopiedAnswersTests : IDisposable
{
    private static readonly string[] Addresses =
    [
        "api/kpis", "api/kpis?month=2026-10&compare=previous", "api/breakdowns", "api/breakdowns?month=2026-09", "api/data", "api/months",
        "api/conversations?per_page=200", "api/conversations?per_page=50&page=40&sort=-cost",
        "api/conversations?per_page=200&search=faktura", "api/conversations?per_page=200&search=weryfik%20tożsamości",
        "api/conversations?per_page=200&search=invoice&sort=duration", "api/conversations?per_page=100&outcome=failure&direction=outbound",
        "api/export-csv", "api/export-csv?month=2026-10", "api/archives", "api/sync-logs", "api/views", "api/agents",
    ];

    private readonly CopyFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task Get_ThousandsOfConversationsThereAndBack_AnswersTheSame()
    {
        await using (var demo = await VoicebotServer.StartAsync(new VoicebotServerSetup { Demo = true, DataFolder = folders.Folder }))
            await Eventually.True(async () => (await demo.GetJsonAsync("api/archives")).GetArrayLength() == 3, "the demo is filled");
        var options = new VoicebotOptions { DataFolder = Path.Combine(folders.Folder, "demo"), DatabaseServer = folders.Address };
        var before = await AnswersAsync(options.DataFolder, null);

        Assert.Equal(0, CopyToPostgres.Run(options, null, TextWriter.Null, TextWriter.Null));
        var there = await AnswersAsync(options.DataFolder, folders.Address);
        Assert.Equal(0, CopyToSqlite.Run(options, folders.BackFolder, TextWriter.Null, TextWriter.Null));
        var back = await AnswersAsync(folders.BackFolder, null);

        Assert.Contains(before, answer => answer.Contains("faktur", StringComparison.OrdinalIgnoreCase));
        Assert.All(Addresses.Index(), address =>
        {
            Assert.True(before[address.Index] == there[address.Index], $"{address.Item} on the server");
            Assert.True(before[address.Index] == back[address.Index], $"{address.Item} back in a file");
        });
    }

    /// <summary>Keys of the settings and sessions are encrypted by the ring of keys, which lies in files or on the server.</summary>
    [Fact]
    public async Task Session_BegunBeforeTheCopies_GoesOnAndStoredKeyWorks()
    {
        const string owner = "owner-key-that-is-long-enough-1234567890";
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        VoicebotServerSetup On(string folder, string? address) => new()
        {
            Vendor = vendor,
            ApiKey = null,
            Agents = [],
            DataFolder = folder,
            AccessKey = owner,
            More = new Dictionary<string, string?> { ["VOICEBOT_DATABASE"] = address },
        };
        string cookie;
        await using (var server = await VoicebotServer.StartAsync(On(folders.Folder, null)))
        {
            await server.SaveSettingsAsync(new { api_key = VendorSimulator.Key, agents = new[] { "agent_one", "agent_two" } });
            using var signedIn = await server.NewClient().PostJsonAsync("api/session", new { access_key = owner });
            cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie")).Split(';')[0];
        }

        folders.CopyThere();
        await using (var server = await VoicebotServer.StartAsync(On(folders.Folder, folders.Address)))
            await SeesAllAsync(server, cookie);
        folders.CopyBack();
        await using (var server = await VoicebotServer.StartAsync(On(folders.BackFolder, null)))
            await SeesAllAsync(server, cookie);
    }

    private static async Task SeesAllAsync(VoicebotServer server, string cookie)
    {
        using var browser = server.NewClient();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        await (await browser.GetAsync("api/kpis")).JsonAsync();
        Assert.All(await server.SyncAsync(), run => Assert.Equal("completed", run.GetProperty("status").GetString()));
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(string folder, string? address)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            ApiKey = null,
            Agents = [],
            DataFolder = folder,
            TimeZone = "Europe/Warsaw",
            More = new Dictionary<string, string?> { ["VOICEBOT_DATABASE"] = address, ["VOICEBOT_PAGE_URL"] = "http://localhost/" },
        });
        var answers = new List<string>();
        foreach (var one in Addresses)
        {
            using var answer = await server.Http.GetAsync(one);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync());
        }
        return answers;
    }
}
