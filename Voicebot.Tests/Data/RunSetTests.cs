using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Data;

/// <summary>One statement over many rows.</summary>
public sealed class RunSetTests : IDisposable
{
    private const string Add = "INSERT INTO kept (id, value) @rows ON CONFLICT (id) DO UPDATE SET value = excluded.value";

    private readonly TestDatabase test = new();

    public RunSetTests() => test.Database.Write(connection => connection.Execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, value)"));

    public static TheoryData<object> Values =>
        ["", "żółw 🐢", "'; DROP TABLE kept; --", new string('ł', 300_000), 0L, -1L, long.MaxValue, long.MinValue, 1.5, -0.1,
            double.MaxValue, Array.Empty<byte>(), new byte[] { 0, 255, 7 }];

    public void Dispose() => test.Dispose();

    [Theory]
    [MemberData(nameof(Values))]
    public void RunSet_ValueOfAnyKind_ComesBackAsItWas(object value)
    {
        var rows = new RowSet(2);
        rows.Add(1L, value);
        rows.Add(2L, "the next");
        test.Database.Write(connection => connection.RunSet(Add, rows));

        Assert.Equal(value, Stored(1));
        Assert.Equal("the next", Stored(2));
    }

    [Fact]
    public void RunSet_FlagsAndSmallNumbers_AreWholeNumbers()
    {
        var rows = new RowSet(2);
        rows.Add(1, true);
        rows.Add(2, false);
        rows.Add(3, 77);
        test.Database.Write(connection => connection.RunSet(Add, rows));

        Assert.Equal([1L, 0L, 77L], new object?[] { Stored(1), Stored(2), Stored(3) });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(191)]
    [InlineData(1_000)]
    public void RunSet_AnyNumberOfRows_StoresEachOnceAndOverThoseThereAre(int count)
    {
        foreach (var time in new[] { "first", "second" })
        {
            var rows = new RowSet(2);
            for (var id = 0; id < count; id++)
                rows.Add((long)id, $"{time} {id}");
            test.Database.Write(connection => connection.RunSet(Add, rows));
        }

        Assert.Equal(
            Enumerable.Range(0, count).Select(id => ((long)id, $"second {id}")),
            test.Database.Read(connection => connection.Query<(long, string)>("SELECT id, value FROM kept ORDER BY id").ToList()));
    }

    [Fact]
    public void RunSet_RowsAsTableOfAnUpdate_ChangeTheirRowsOnly()
    {
        test.Database.Write(connection => connection.Execute("INSERT INTO kept VALUES (1, 'a'), (2, 'b'), (3, 'c')"));
        var rows = new RowSet(2);
        rows.Add(1L, "x");
        rows.Add(3L, null);
        test.Database.Write(connection =>
            connection.RunSet("WITH r (id, value) AS (@rows) UPDATE kept SET value = r.value FROM r WHERE kept.id = r.id", rows));

        Assert.Equal(["x", "b", null], new[] { Stored(1), Stored(2), Stored(3) });
    }

    [Fact]
    public void RunSet_OneRowIsRefused_NoneIsKeptAndTheStatementWorksAgain()
    {
        test.Database.Write(connection =>
            connection.Execute("CREATE TRIGGER refuse BEFORE INSERT ON kept WHEN NEW.value = 'bad' BEGIN SELECT RAISE(ABORT, "
                + "'refused'); END"));
        void StoreAll(params string[] values) => test.Database.Write(connection =>
        {
            var rows = new RowSet(2);
            foreach (var (id, value) in values.Index())
                rows.Add((long)id, value);
            connection.RunSet(Add, rows);
        });

        var refused = Assert.Throws<StorageException>(() => StoreAll("good", "bad", "good"));
        StoreAll("good", "good");

        Assert.Contains("refused", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, test.Database.Read(connection => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM kept")));
    }

    [Fact]
    public void RowSet_RowOfAnotherLength_IsRefused() => Assert.Throws<ArgumentException>(() => new RowSet(2).Add(1L));

    private object? Stored(long id) =>
        test.Database.Read(connection => connection.Scalar("SELECT value FROM kept WHERE id = @id", ("@id", id)));
}
