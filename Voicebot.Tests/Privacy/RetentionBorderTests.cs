using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Conversations;
using Voicebot.Core.Privacy;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>What is forgotten to the second; it is 10 November 2026, noon in UTC, and ten days are kept.</summary>
public sealed class RetentionBorderTests
{
    private static readonly long Cutoff = new DateTimeOffset(2026, 10, 31, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Run_AtExactlyItsAge_IsKeptOneSecondMore(bool texts, bool phones)
    {
        await using var server = await StartAsync();
        int? Days(bool kept) => kept ? 10 : null;
        await server.SaveSettingsAsync(new { retention_texts_days = Days(texts), retention_phones_days = Days(phones) });
        Store(server, "at the border", Cutoff);
        Store(server, "past it", Cutoff - 1);

        var report = await server.Services.GetRequiredService<Forgetting>().RunAsync(default);

        Assert.Equal(new ForgettingReport(texts ? 1 : 0, phones ? 1 : 0, 0), report);
        Assert.Equal([("at the border", true, true), ("past it", !texts, !phones)], Left(server));
        Assert.Equal(new ForgettingReport(0, 0, 0), await server.Services.GetRequiredService<Forgetting>().RunAsync(default));
    }

    /// <summary>
    /// One without a start is as old as the run that brought it, by its beginning or else its request, else as its details, else as new.
    /// </summary>
    [Fact]
    public async Task Run_WithoutAStart_GrowsOldSinceItWasFirstSeen()
    {
        await using var server = await StartAsync();
        await server.SaveSettingsAsync(new { retention_texts_days = 10 });
        var (begun, requested) = (Run(server, Cutoff - 1, Cutoff), Run(server, null, Cutoff - 1));
        Store(server, "of a run", null, begun, Cutoff);
        Store(server, "of a run that never began", null, requested, Cutoff);
        Store(server, "of no run", null, 0, Cutoff - 1);
        Store(server, "read later", null, 0, Cutoff);
        Store(server, "of nothing", null);
        Store(server, "dated", Cutoff);

        Assert.Equal(3, (await server.Services.GetRequiredService<Forgetting>().RunAsync(default)).Texts);

        Assert.Equal(["dated", "of nothing", "read later"], Left(server).Where(one => one.Title).Select(one => one.Id));
    }

    private static Task<VoicebotServer> StartAsync() =>
        VoicebotServer.StartAsync(new VoicebotServerSetup { Clock = new StandingClock("2026-11-10T12:00:00Z") });

    private static long Run(VoicebotServer server, long? startedAt, long requestedAt) => server.Database.Write(connection =>
        connection.ExecuteScalar<long>("""
            INSERT INTO sync_runs (agent_id, sync_type, status, phase, requested_at, started_at)
            VALUES (@agent, 'manual', 'completed', 'done', @requestedAt, @startedAt) RETURNING id
            """, new { agent = A.Agent, requestedAt, startedAt }));

    private static void Store(VoicebotServer server, string id, long? start, long runId = 0, long? readAt = null)
    {
        server.Database.WriteConversations(writer =>
            writer.Upsert(A.Conversation(id) with { StartTime = start, Title = "Title", ClientPhone = "+48600000105" }, runId));
        server.Database.Write(connection => connection.Execute(
            "UPDATE conversations SET details_read_at = @readAt WHERE conversation_id = @id", new { id, readAt }));
    }

    private static IReadOnlyList<(string Id, bool Title, bool Phone)> Left(VoicebotServer server) => server.Database.Read(connection =>
        connection.Query<(string, string?, string?)>("""
            SELECT c.conversation_id, t.title, c.client_phone FROM conversations c JOIN conversation_texts t ON t.id = c.id
            ORDER BY c.conversation_id
            """).Select(row => (row.Item1, row.Item2 is not null, row.Item3 is not null)).ToList());
}
