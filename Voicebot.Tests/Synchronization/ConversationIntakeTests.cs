using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>What a run counts, plans and gives up, at the borders of each rule; it is 10 November 2026, noon in UTC.</summary>
public sealed class ConversationIntakeTests : IDisposable
{
    private readonly TestDatabase test = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 10, 12, 0, 0, TimeSpan.Zero));
    private readonly SyncRunStore runs;
    private readonly ConversationIntake intake;

    public ConversationIntakeTests()
    {
        test.Settings.Save(new SettingsChange { Agents = [new Agent(A.Agent, null)] });
        runs = new SyncRunStore(test.Database, clock);
        intake = new ConversationIntake(test.Database, test.Settings, clock);
    }

    public void Dispose() => test.Dispose();

    /// <summary>
    /// The list still has it, so it may only be unknown for a moment: three runs try, and more where it is too young to be given up.
    /// </summary>
    [Theory]
    [InlineData(ElevenLabsErrorKind.NotFound, "2026-11-01T12:00:00Z", "missing", "0 0 1 1")]
    [InlineData(ElevenLabsErrorKind.NotFound, "2026-11-09T11:59:00Z", "missing", "0 0 1 1")]
    [InlineData(ElevenLabsErrorKind.NotFound, "2026-11-09T11:59:01Z", "missing", "0 0 0 0")]
    [InlineData(ElevenLabsErrorKind.Malformed, "2026-11-01T12:00:00Z", "failed", "0 0 0 0")]
    public void StoreDetails_NotToBeRead_IsTriedThreeTimes(ElevenLabsErrorKind kind, string start, string state, string settled)
    {
        var run = Run();
        Page(run, new ConversationBuilder("one").At(start));
        var seen = new List<string>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            Store(run, [Failed("one", kind)]);
            seen.Add(Cell("settled"));
        }

        Assert.Equal(settled, string.Join(' ', seen));
        Assert.Equal((state, "4", "0 4"), (Cell("details_state"), Cell("details_failures"), Counts(run)));
    }

    [Fact]
    public void StoreDetails_Read_ForgetsEarlierFailures()
    {
        var run = Run();
        var one = new ConversationBuilder("one").At("2026-11-01T12:00:00Z").Build();
        Page(run, one);
        Store(run, [Failed("one", ElevenLabsErrorKind.NotFound)]);
        Store(run, [Failed("one", ElevenLabsErrorKind.NotFound)]);
        Store(run, [Read(one)]);

        Assert.Equal(("read", "0", "1", "1 2"), (Cell("details_state"), Cell("details_failures"), Cell("settled"), Counts(run)));
    }

    /// <summary>What cannot be read in detail is found by its summary; what was read before stays found by its words.</summary>
    [Fact]
    public void StoreDetails_NotToBeRead_IsFoundByWhatIsKnown()
    {
        var run = Run();
        var read = new ConversationBuilder("read").At("2026-11-01T12:00:00Z").Says("user", "zgubiona karta").Build();
        Page(run, new ConversationBuilder("unread").At("2026-11-01T12:00:00Z").Titled("Reklamacja", "x"), read);
        Store(run, [Read(read)]);
        Assert.Equal(0, Found("reklamacja"));

        Store(run, [Failed("unread", ElevenLabsErrorKind.Malformed), Failed("read", ElevenLabsErrorKind.Malformed)]);

        Assert.Equal((1, 1), (Found("reklamacja"), Found("zgubiona")));
    }

    [Fact]
    public void StorePage_Rows_AreCountedOnceAndPlannedUntilTheyAreSettled()
    {
        var first = Run();
        var (one, two) = (new ConversationBuilder("one").At("2026-11-01T12:00:00Z").Build(),
            new ConversationBuilder("two").At("2026-11-02T12:00:00Z").Status("in-progress").Build());
        Assert.Equal(["one", "two"], Page(first, one, two));
        clock.Advance(TimeSpan.FromDays(2));
        Store(first, [Read(one), Read(two)]);
        Assert.Equal((2, 2, 0, 2, 2), Counted(first));
        // The one is over; the other is known for two days, and was read a moment ago.
        Assert.Empty(Page(first, one, two));
        Assert.Equal((4, 2, 0, 2, 2), Counted(first));

        runs.Finish(first.Id, "me", SyncStatus.Completed, null, null);
        var second = Run();
        one.List["rating"] = 4;
        Assert.Equal(["one"], Page(second, one, two));
        one.Detail["metadata"]!["cost"] = 7;
        Store(second, [Read(one), Read(two)]);
        one.List["rating"] = 5;
        Page(second, one);
        one.Detail["metadata"]!["cost"] = 8;
        Store(second, [Read(one)]);
        Assert.Equal((3, 0, 1, 2, 3), Counted(second));
    }

    /// <summary>The number was forgotten here; the vendor sends it again, in its place and within texts that are new.</summary>
    [Fact]
    public void StoreDetails_ForgottenNumberSentAgain_IsNotStoredAgain()
    {
        var run = Run();
        var one = new ConversationBuilder("one").At("2026-11-01T12:00:00Z").PhoneCall("inbound", "+48221000001", "+48600000105")
            .Titled("Call of 600 000 105", "Asked for her card").Says("user", "Call 600000105").Ended("").Build();
        Page(run, one);
        Store(run, [Read(one)]);
        test.Database.WriteConversations(writer => writer.ForgetPhones(writer.FindDocuments("one")!.Id, 1));

        one.List["termination_reason"] = "Ended by 600-000-105";
        one.Detail["metadata"]!["cost"] = 7;
        Page(run, one);
        Store(run, [Read(one)]);

        var (list, detail) = test.Database.WriteConversations(writer =>
            (writer.FindDocuments("one")!.ListJson!, writer.ReadDetail(writer.FindDocuments("one")!.Id)!));
        foreach (var written in new[] { list, detail, Cell("client_phone"), Cell("termination_reason") })
            Assert.DoesNotContain("600000105", new string([.. written.Where(char.IsAsciiDigit)]), StringComparison.Ordinal);
        Assert.Contains("+48221000001", detail, StringComparison.Ordinal);
        Assert.Equal(("7", "read", 0), (Cell("cost_credits"), Cell("details_state"), Found("105")));
    }

    /// <summary>Thirty days back to the second, and what the run planned already not once more.</summary>
    [Fact]
    public void Rereading_Weekly_ReachesThirtyDaysBack()
    {
        var run = Run();
        VendorConversation[] all =
        [
            new ConversationBuilder("at the border").At("2026-10-11T12:00:01Z"),
            new ConversationBuilder("past it").At("2026-10-11T12:00:00Z"),
            new ConversationBuilder("planned").At("2026-11-01T12:00:00Z"),
            new ConversationBuilder("read since").At("2026-11-01T12:00:00Z"),
        ];
        Page(run, all);
        Store(run, [.. all[..3].Select(Read)]);
        var before = clock.GetUtcNow().ToUnixTimeSeconds() + 1;
        clock.Advance(TimeSpan.FromSeconds(1));
        Store(run, [Read(all[3])]);

        var plan = new DetailPlan(test.Database, test.Settings, clock);
        Assert.Empty(plan.Rereading(run, _ => true));
        Assert.Equal(["at the border"], plan.Rereading(run with { RereadBefore = before }, id => id != "planned"));
        Assert.Equal(5, runs.Find(run.Id)!.DetailsTotal);
    }

    /// <summary>The agent is called as in its newest conversation, in whatever order the list has them.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void StorePage_Names_AreThoseOfTheNewest(bool newestFirst)
    {
        var run = Run();
        VendorConversation[] both = [Named("one", "2026-11-02T12:00:00Z", "New"), Named("two", "2026-11-01T12:00:00Z", "Old")];
        Page(run, newestFirst ? both : [.. both.Reverse()]);
        Assert.Equal("New", Name());

        Page(run, Named("three", "2026-11-02T11:59:59Z", "Older"));
        Assert.Equal("New", Name());
        Page(run, Named("four", "2026-11-02T12:00:00Z", "Newest"));
        Assert.Equal("Newest", Name());
        Page(run, Named("five", "2026-11-03T12:00:00Z", null));
        Assert.Equal("Newest", Name());
    }

    /// <summary>The turns may be left out of an event: what it has is stored, and the vendor is asked for the rest.</summary>
    [Theory]
    [InlineData(true, "read")]
    [InlineData(false, "pending")]
    public void StoreDetail_EventWithoutTurns_IsAskedForAgain(bool isWhole, string state)
    {
        var one = new ConversationBuilder("one").At("2026-11-01T12:00:00Z").Build();

        Assert.True(intake.StoreDetail(Detail(one), isWhole));

        Assert.Equal((state, isWhole ? "1" : "0"), (Cell("details_state"), Cell("settled")));
        test.Database.WriteConversations(writer =>
        {
            writer.ForgetTexts(writer.FindDocuments("one")!.Id, 1);
            return 0;
        });
        Assert.True(intake.StoreDetail(Detail(one), isWhole));
        Assert.Equal("1", Cell("settled"));
    }

    /// <summary>Nobody else reads here, so that what was planned is done with it, on a server, too.</summary>
    private void Store(SyncRun run, params IReadOnlyList<DetailReading> readings)
    {
        intake.StoreDetails(run, readings);
        if (!test.Database.IsEmbedded)
            test.Database.Write(connection => SyncWork.Remove(connection, run.Id));
    }

    private static VendorConversation Named(string id, string at, string? name)
    {
        var one = new ConversationBuilder(id).At(at).Build();
        one.List["agent_name"] = name;
        return one;
    }

    private SyncRun Run() => runs.TryOwn(runs.QueueOrAttach(A.Agent, SyncType.Manual, null), "me")!;

    private IReadOnlyList<string> Page(SyncRun run, params VendorConversation[] rows) =>
        intake.StorePage(run, [.. rows.Select(row => new ConversationListItem(JsonSerializer.SerializeToElement(row.List)))]);

    private static ConversationDetail Detail(VendorConversation one) => new(JsonSerializer.SerializeToElement(one.Detail));

    private static DetailReading Read(VendorConversation one) => new(one.Id, Detail(one), null);

    private static DetailReading Failed(string id, ElevenLabsErrorKind kind) => new(id, null, new ElevenLabsException(kind, "No."));

    private string Cell(string column) => test.Database.Read(connection =>
        $"{connection.ExecuteScalar($"SELECT {column} FROM conversations WHERE conversation_id = 'one'")}");

    private string? Name() => test.Database.Read(AgentStore.All).Single().Name;

    private long Found(string word) =>
        test.Conversations.List(new ConversationFilter { Search = word }, ConversationSort.NewestFirst, 1, 10).Total;

    private string Counts(SyncRun run) => $"{runs.Find(run.Id)!.DetailsFetched} {runs.Find(run.Id)!.DetailsFailed}";

    private (long Fetched, long New, long Updated, long Planned, long Details) Counted(SyncRun run)
    {
        var one = runs.Find(run.Id)!;
        return (one.ConversationsFetched, one.NewCount, one.UpdatedCount, one.DetailsTotal, one.DetailsFetched);
    }
}
