using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>An erasure is finished after the program was killed in the middle of it, wherever that was.</summary>
public sealed class KilledErasureTests
{
    private const int Lanes = 2; // beside each other: to start the program again is most of a kill
    private const int Kills = 25; // in each
    private const int LatestKill = 220; // milliseconds after the request; most erasures here have ended by then

    private static string Phone(int person) => $"+4850987{person:0000}";

    private static string Digits(int person) => Phone(person)[3..];

    private static string Word(int person) => $"Zyzzyva{(char)('a' + person / 26)}{(char)('a' + person % 26)}q";

    private static IEnumerable<VendorConversation> Conversations() =>
        Enumerable.Range(0, Kills).SelectMany(person => new VendorConversation[]
    {
        new ConversationBuilder($"conv_{person}_in").At("2026-09-05T10:00:00Z").PhoneCall("inbound", "+48221000001", Phone(person))
            .Titled(Word(person), $"Call {Phone(person)} back").Talks(3),
        new ConversationBuilder($"conv_{person}_out").At("2026-10-05T10:00:00Z")
            .PhoneCall("outbound", "+48221000001", "00" + Phone(person)[1..], "sip_trunking").Titled($"{Word(person)} two", "x").Talks(2),
        new ConversationBuilder($"conv_{person}_other").At("2026-10-06T10:00:00Z")
            .Titled("Of somebody else", $"He gave {Digits(person)[..3]} {Digits(person)[3..6]} {Digits(person)[6..]}").Talks(1),
    });

    private static IReadOnlyList<string> Traces(int person) =>
        [Digits(person), $"{Digits(person)[..3]} {Digits(person)[3..6]} {Digits(person)[6..]}", Word(person)];

    [Fact]
    public async Task Erase_KilledAtRandomMoments_IsFinishedByTheNextStart()
    {
        var interrupted = (await Task.WhenAll(Enumerable.Range(0, Lanes).Select(KillAsync))).Sum();
        Assert.True(interrupted > Lanes * Kills / 5,
            $"Only {interrupted} kills came in the middle of an erasure; the moments are chosen badly.");
    }

    /// <returns>How many of the kills came in the middle of an erasure.</returns>
    private static async Task<int> KillAsync(int lane)
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using (var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath }))
        {
            await server.SaveSettingsAsync(new { mask_phones = false });
            await server.SyncAsync();
            foreach (var month in new[] { "2026-09", "2026-10" })
                await (await server.Http.PostTextAsync($"api/archive?month={month}", "{}")).JsonAsync();
        }
        using var reader = new SqliteConnection($"Data Source={Path.Combine(folder.FullPath, "voicebot.db")};Pooling=False");
        reader.Open();
        Assert.Equal(3 * Kills, reader.ExecuteScalar<int>("SELECT COUNT(*) FROM conversations"));
        for (var person = 0; person < Kills; person++)
            Assert.True(RawFiles.Holding(folder.FullPath, Digits(person)).Count > 0, Phone(person));
        var random = new Random(20_261_126 + lane);
        var (written, interrupted) = (0, 0);
        var product = await ProductProcess.StartAsync(vendor, folder.FullPath);
        try
        {
            for (var person = 0; person < Kills; person++)
            {
                var request = product.Http.PostAsJsonAsync("api/erase", new { phone = Phone(person) });
                var moment = random.Next(0, LatestKill);
                // How long it takes until one is written down depends on the computer: every other kill comes after that.
                for (var known = written; person % 2 == 1 && known == written && !request.IsCompleted; await Task.Delay(1))
                    known = reader.ExecuteScalar<int>("SELECT COUNT(*) FROM erasures");
                await Task.WhenAny(request, Task.Delay(person % 2 == 1 ? moment / 8 : moment));
                product.Kill();
                var answered = request.IsCompletedSuccessfully && (int)(await request).StatusCode == 200;
                request.Forget();
                product.Dispose();
                product = await ProductProcess.StartAsync(vendor, folder.FullPath);
                await EndAsync(product, person);
                reader.ExecuteScalar<int>("SELECT COUNT(*) FROM conversation_texts");
                if (reader.ExecuteScalar<int>("SELECT COUNT(*) FROM erasures") == written)
                    await EraseAgainAsync(product, person); // killed before it was written down: nobody has had an answer
                else
                    interrupted += answered ? 0 : 1;
                written = reader.ExecuteScalar<int>("SELECT COUNT(*) FROM erasures");
                Assert.Empty(RawFiles.Holding(folder.FullPath, Traces(person)));
            }
            Assert.Equal(Kills, written);
            Assert.Equal(Kills, reader.ExecuteScalar<int>("SELECT COUNT(*) FROM conversations"));
            foreach (var archive in (await product.Http.GetFromJsonAsync<JsonElement>("api/archives")).EnumerateArray())
                Assert.Equal(archive.Whole("size_bytes"),
                    (await product.Http.GetByteArrayAsync($"api/download-csv/{archive.Whole("id")}")).Length);
        }
        finally
        {
            product.Dispose();
        }
        Assert.Empty(RawFiles.Holding(folder.FullPath, Enumerable.Range(0, Kills).SelectMany(Traces)));
        return interrupted;
    }

    private static async Task EraseAgainAsync(ProductProcess product, int person)
    {
        using var response = await product.Http.PostAsJsonAsync("api/erase", new { phone = Phone(person) });
        response.EnsureSuccessStatusCode();
        await EndAsync(product, person);
    }

    private static Task EndAsync(ProductProcess product, int person) => Eventually.True(
        async () => (await product.Http.GetFromJsonAsync<JsonElement>("api/erase")).Whole("unfinished") == 0,
        $"the end of erasure {person}");
}
