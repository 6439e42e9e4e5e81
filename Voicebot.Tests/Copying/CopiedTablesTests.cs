using System.Globalization;
using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Copying;

/// <summary>That nothing is left out: not a table, not a column, not an id that was given.</summary>
public sealed class CopiedTablesTests : IDisposable
{
    private const string Unusual = "żółw 🐢 ' \" \\ \r\n\t\u2028 \uFFFD";

    private readonly CopyFolders folders = new CopyFolders().Migrated();

    public void Dispose() => folders.Dispose();

    /// <summary>
    /// The tables and columns are asked of the file itself, so that a new migration is tested without a word about it here.
    /// </summary>
    [Fact]
    public void Copy_EveryColumnOfEveryTable_ComesThereAndBack()
    {
        using var embedded = folders.Embedded();
        var tables = Fill(embedded);
        Assert.InRange(tables.Count, 20, 100);
        Assert.All(tables, table => Assert.DoesNotContain("=\n", CopyFolders.Rows(embedded, table)[0], StringComparison.Ordinal));
        embedded.Dispose();

        folders.CopyThere();
        folders.CopyBack();

        using var first = folders.Embedded();
        using var server = folders.OnServer();
        using var back = folders.Back();
        // The log of changes begins anew: it is for copies in memory, which a program makes when it starts.
        Assert.All(tables.Where(table => table != "conversation_changes"), table =>
        {
            Assert.Equal(CopyFolders.Rows(first, table), CopyFolders.Rows(server, table));
            Assert.Equal(CopyFolders.Rows(first, table), CopyFolders.Rows(back, table));
        });
    }

    [Fact]
    public void Copy_EmptyDatabase_IsAsEmptyThere()
    {
        var told = folders.CopyThere();
        folders.CopyBack();

        Assert.Contains("0 conversations", told, StringComparison.Ordinal);
        using var first = folders.Embedded();
        using var back = folders.Back();
        Assert.All(["settings", "conversations", "derived_state", "file_state"],
            table => Assert.Equal(CopyFolders.Rows(first, table), CopyFolders.Rows(back, table)));
    }

    /// <summary>An id stands in logs and links; the next one must be another, also where the last was deleted.</summary>
    [Fact]
    public void Copy_IdsThatWereGivenAndDeleted_AreGivenToNobodyElse()
    {
        const string add = "INSERT INTO audit_log (at, role, action) VALUES (1, 'owner', 'backup') RETURNING id";
        using (var embedded = folders.Embedded())
            embedded.Write(connection => connection.Execute($"{add}; {add}; {add}; DELETE FROM audit_log WHERE id > 1"));

        folders.CopyThere();
        folders.CopyBack();

        using var server = folders.OnServer();
        using var back = folders.Back();
        Assert.All([server, back], database => Assert.Equal(4, database.Write(connection => connection.ExecuteScalar<long>(add))));
    }

    [Theory]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("👩‍👩‍👧‍👦 🇵🇱", "👩‍👩‍👧‍👦 🇵🇱")]
    [InlineData("", "")]
    [InlineData(Unusual, Unusual)]
    public void Copy_UnusualText_IsThatOfTheServersOwn(string text, string expected)
    {
        using (var embedded = folders.Embedded())
            embedded.Write(connection => connection.Execute("INSERT INTO saved_views (name, filters, changed_at) VALUES (@text, '{}', 1)",
                new { text }));

        folders.CopyThere();
        folders.CopyBack();

        using var server = folders.OnServer();
        using var back = folders.Back();
        Assert.All([server, back], database => Assert.Equal(expected,
            database.Read(connection => connection.ExecuteScalar<string>("SELECT name FROM saved_views"))));
    }

    [Fact]
    public void Copy_NulWrittenAsAnEscapeInJson_CanBeAskedForOnTheServer()
    {
        using (var embedded = folders.Embedded())
            embedded.Write(connection => connection.Execute(
                "INSERT INTO saved_views (name, filters, changed_at) VALUES ('n', '{\"search\":\"a\\u0000b\"}', 1)"));

        folders.CopyThere();

        using var server = folders.OnServer();
        Assert.Equal("a\uFFFDb", server.Read(connection => connection.ExecuteScalar<string>(
            "SELECT CAST(filters AS json) ->> 'search' FROM saved_views")));
    }

    [Fact]
    public void Copy_LongTextAndBrokenSigns_AreStored()
    {
        var text = new string('ż', 40_000);
        var half = "half " + '\ud83d';
        using (var embedded = folders.Embedded())
            embedded.Write(connection => connection.Execute("""
                INSERT INTO settings (name, value) VALUES ('1', @text), ('2', CAST(X'61FF62' AS TEXT)), ('3', @half)
                """, new { text, half }));

        folders.CopyThere();

        using var server = folders.OnServer();
        var values = server.Read(connection => connection.Query<string>("SELECT value FROM settings ORDER BY name").AsList());
        Assert.Equal([text, "a\uFFFDb", "half \uFFFD"], values);
    }

    /// <summary>One row in every table, with a value of its own in every column.</summary>
    private static List<string> Fill(Database database) => database.Write(connection =>
    {
        var tables = connection.Query<string>("""
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'conversation_search%'
                AND name <> 'SchemaVersions'
            """).AsList();
        var number = 1_000;
        connection.Execute("PRAGMA defer_foreign_keys = ON");
        foreach (var table in tables)
        {
            var columns = connection.Query<(string Name, string Type, long Key)>(
                $"SELECT name, type, pk FROM pragma_table_info('{table}')").AsList();
            var others = connection.Query<string>($"SELECT \"from\" FROM pragma_foreign_key_list('{table}')").ToHashSet();
            var values = columns.Select(column =>
                Value(table, column.Name, column.Type, column.Key > 0 || others.Contains(column.Name) ? 1 : ++number));
            connection.Execute($"DELETE FROM {table}; INSERT INTO {table} ({string.Join(", ", columns.Select(one => one.Name))}) "
                + $"VALUES ({string.Join(", ", values)})");
        }
        return tables;
    });

    private static string Value(string table, string column, string type, int number) => type switch
    {
        "INTEGER" => number.ToString(CultureInfo.InvariantCulture),
        "REAL" => $"{number.ToString(CultureInfo.InvariantCulture)}.1",
        "BLOB" => $"X'{number:X8}'",
        _ when JsonColumns.All.Contains((table, column)) => column switch
        {
            "criteria" => "'{\"polite\":\"success\"}'",
            "transfers" => "'{\"transfer_to_number_error\":1}'",
            "cost_parts" => "'{\"llm\":5000000}'",
            "tools" => "'{\"find\":[2,1]}'",
            "collected" or "list_json" or "filters" => "'{\"name\":\"x\"}'",
            _ => "'[\"x\"]'",
        },
        _ => $"'{column} {number}'",
    };
}
