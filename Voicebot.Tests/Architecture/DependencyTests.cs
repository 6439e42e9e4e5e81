using System.Text.RegularExpressions;
using Voicebot.Core.Data;
using Voicebot.Core.Files;

namespace Voicebot.Tests.Architecture;

public sealed partial class DependencyTests
{
    /// <summary>The rooms of Core and which others each may know; the root (the list of services) knows all.</summary>
    private static readonly Dictionary<string, string[]> Core = new()
    {
        // Leaves
        ["Time"] = [],
        ["Json"] = [],
        ["Phones"] = ["Json"],
        ["Files"] = [],
        ["Telemetry"] = [],
        ["Charts"] = [],
        ["ElevenLabs"] = ["Json", "Telemetry"],
        ["Data"] = ["Files", "Json", "Telemetry"],
        // Stored facts and their figures
        ["Figures"] = ["Data", "Json", "Time"],
        ["Freshness"] = ["Data"],
        ["Columns"] = ["Data", "Figures", "Time"],
        ["Search"] = ["Data", "Phones"],
        ["Scheduling"] = ["Data"],
        ["Agents"] = ["Data", "Figures"],
        ["Settings"] = ["Agents", "Columns", "Data", "ElevenLabs", "Figures", "Files", "Scheduling", "Time"],
        ["Conversations"] = ["Agents", "Columns", "Data", "ElevenLabs", "Figures", "Json", "Phones", "Search", "Time"],
        // What users name
        ["Targets"] = ["Data", "Figures"],
        ["Notes"] = ["Data", "Phones", "Time"],
        ["Money"] = ["Data", "Figures", "Freshness", "Time"],
        ["Kpis"] = ["Agents", "Columns", "Conversations", "Figures", "Freshness", "Search", "Targets", "Time"],
        ["Csv"] = ["Agents", "Conversations", "Data", "Figures", "Phones", "Time"],
        ["Archiving"] = ["Conversations", "Csv", "Data", "Files", "Phones", "Settings", "Time"],
        ["Spreadsheets"] = ["Agents", "Conversations", "Csv", "Data", "Figures", "Json", "Kpis", "Phones", "Time"],
        ["Auditing"] = ["Data"],
        ["Views"] = ["Data", "Json", "Phones"],
        ["Callbacks"] = ["Agents", "Conversations", "Csv", "Data", "Figures", "Kpis", "Phones", "Search", "Settings", "Spreadsheets",
            "Time"],
        ["Reviews"] = ["Conversations", "Data", "ElevenLabs", "Json", "Phones", "Search", "Time"],
        ["Alerts"] = ["Conversations", "Csv", "Data", "ElevenLabs", "Freshness", "Json", "Kpis", "Money", "Phones", "Reviews", "Search",
            "Settings", "Time"],
        ["Digests"] = ["Alerts", "Callbacks", "Charts", "Conversations", "Csv", "Data", "Freshness", "Json", "Kpis", "Notes", "Phones",
            "Reviews", "Search", "Settings", "Spreadsheets", "Time"],
        ["Privacy"] = ["Alerts", "Archiving", "Auditing", "Callbacks", "Conversations", "Csv", "Data", "Digests", "Files", "Json", "Notes",
            "Phones", "Recordings", "Reviews", "Search", "Settings", "Time", "Views"],
        ["Recordings"] = ["ElevenLabs", "Files"],
        ["Health"] = ["Data", "ElevenLabs", "Files", "Privacy", "Settings", "Synchronization"],
        // Ways in
        ["Synchronization"] =
            ["Agents", "Conversations", "Data", "ElevenLabs", "Figures", "Files", "Freshness", "Json", "Phones", "Search", "Settings",
                "Telemetry", "Time"],
        ["Webhooks"] = ["ElevenLabs", "Files", "Json", "Settings", "Synchronization"],
        ["Importing"] = ["Agents", "Archiving", "Auditing", "Conversations", "Data", "ElevenLabs", "Files", "Json", "Settings",
            "Synchronization", "Time"],
        ["Copying"] = ["Agents", "Conversations", "Data", "Figures", "Files", "Kpis", "Settings", "Time"],
        ["Demo"] = ["Agents", "Alerts", "Archiving", "Digests", "ElevenLabs", "Money", "Notes", "Settings", "Synchronization", "Targets",
            "Time"],
    };

    /// <summary>The rooms of Functions, in the same way; what starts the program knows all.</summary>
    private static readonly Dictionary<string, string[]> Functions = new()
    {
        // Leaves
        ["Routing"] = [],
        ["Problems"] = [],
        ["Delivery"] = [],
        ["Demo"] = [],
        ["Shortcut"] = [],
        // What surrounds a function
        ["Security"] = ["Problems", "Routing"],
        ["Requests"] = ["Problems", "Routing"],
        ["Responses"] = ["Delivery", "Demo", "Security"],
        ["OpenApi"] = ["Requests", "Responses", "Security"],
        ["Telemetry"] = ["Responses"],
        // The functions
        ["Http"] = ["Delivery", "Demo", "OpenApi", "Problems", "Requests", "Responses", "Routing", "Security"],
        ["Timers"] = [],
        // The hosts
        ["LocalHost"] = ["Demo", "Routing", "Security", "Telemetry", "Timers"],
        ["Commands"] = ["LocalHost", "Responses", "Shortcut"],
        ["WorkerHost"] = ["Security", "Telemetry"],
    };

    public static TheoryData<string, string> Rooms =>
        new(Core.Keys.Select(room => ("Voicebot.Core", room)).Concat(Functions.Keys.Select(room => ("Voicebot.Functions", room))));

    private static IEnumerable<string> Everything =>
        new[] { "Voicebot.Core", "Voicebot.Functions", "Voicebot.Tests" }.SelectMany(Repository.Sources);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_Usings_NameOnlyWhatItMayKnow(string project, string room)
    {
        var sources = Repository.Sources($"{project}/{room}");
        Assert.NotEmpty(sources);

        var wrong = sources
            .SelectMany(path => Namespaces().Matches(Repository.Text(path))
                .Select(use => (path, Project: use.Groups[1].Value, Room: use.Groups[2].Value)))
            .Where(use => use.Project == project && use.Room != room && !Of(project)[room].Contains(use.Room));

        Assert.Empty(wrong);
    }

    /// <summary>An arrow that nobody uses any more would let somebody use it again unseen.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_Arrows_AreAllUsed(string project, string room) =>
        Assert.Empty(Of(project)[room].Except(Repository.Sources($"{project}/{room}")
            .SelectMany(path => Namespaces().Matches(Repository.Text(path)))
            .Where(use => use.Groups[1].Value == project).Select(use => use.Groups[2].Value)));

    [Theory]
    [InlineData("Voicebot.Core")]
    [InlineData("Voicebot.Functions")]
    public void Rooms_Arrows_MakeNoRing(string project)
    {
        // A room is left when all that it knows has been left; who remains stands in a ring.
        var rooms = Of(project);
        var left = rooms.Keys.ToHashSet();
        while (left.RemoveWhere(room => !rooms[room].Any(left.Contains)) > 0) { }

        Assert.Empty(left);
    }

    [Theory]
    [InlineData("Voicebot.Core")]
    [InlineData("Voicebot.Functions")]
    public void Rooms_Folders_AreAllInTheList(string project) =>
        Assert.DoesNotContain(Repository.Sources(project).Select(path => path.Split('/')),
            parts => parts.Length > 2 && !Of(project).ContainsKey(parts[1]));

    [Fact]
    public void Core_Assembly_KnowsNeitherTheFunctionsHostNorTheFunctions()
    {
        var references = typeof(Database).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.StartsWith("Voicebot.Functions", StringComparison.Ordinal));
        Assert.DoesNotContain(Repository.Sources("Voicebot.Core"),
            path => Repository.Text(path).Contains("Azure.Functions", StringComparison.Ordinal));
    }

    /// <summary>A system may have no zone database, or none of the old names; the program brings one along.</summary>
    [Fact]
    public void Product_Sources_AskNoSystemForItsZones() =>
        Assert.DoesNotContain(
            Repository.Sources("Voicebot.Core").Concat(Repository.Sources("Voicebot.Functions")),
            path => Repository.Text(path).Contains("TimeZoneInfo", StringComparison.Ordinal));

    [Fact]
    public void Functions_Sources_HoldNoSqlAndNoCallsOfTheVendor() =>
        Assert.DoesNotContain(Repository.Sources("Voicebot.Functions"), path => SqlOrDapper().IsMatch(Repository.Text(path)));

    /// <summary>Which database it is, only one room knows; the others know its connection, its dialect and our own exceptions.</summary>
    [Theory]
    [InlineData("Voicebot.Core")]
    [InlineData("Voicebot.Functions")]
    public void Sources_OutsideData_NameNoEngine(string project) =>
        Assert.Empty(
            from path in Repository.Sources(project)
            where !path.StartsWith("Voicebot.Core/Data/", StringComparison.Ordinal)
            from Match name in Engine().Matches(Repository.Text(path))
            select $"{path}: {name.Value}");

    /// <summary>In the room itself, what only one engine needs lies in that engine's folder.</summary>
    [Fact]
    public void Sources_OfData_NameTheDriverInTheFolderOfTheEngineOnly() =>
        Assert.DoesNotContain(
            Repository.Sources("Voicebot.Core/Data")
                .Where(path => !path.StartsWith("Voicebot.Core/Data/Sqlite/", StringComparison.Ordinal)),
            path => Driver().IsMatch(Repository.Text(path)));

    /// <summary>
    /// Where files lie, only one room knows, and it knows two kinds of place. Who the program is on Azure, the database of a server has to
    /// know, too.
    /// </summary>
    [Fact]
    public void Sources_OutsideFiles_NameNoCloudStorage()
    {
        Assert.Empty(
            from path in Repository.Sources("Voicebot.Core").Concat(Repository.Sources("Voicebot.Functions"))
            where !path.StartsWith("Voicebot.Core/Files/", StringComparison.Ordinal)
            where path != "Voicebot.Core/Data/Postgres/PostgresIdentity.cs"
            from library in (string[])["using Azure.Storage", "using Azure.Identity"]
            where Repository.Text(path).Contains(library, StringComparison.Ordinal)
            select path);
        Assert.Equal(["ContainerFiles", "FolderFiles"], typeof(StoredFiles).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(StoredFiles))).Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>The pattern itself: what it must find, and what it must leave.</summary>
    [Theory]
    [InlineData("catch (SqliteException exception)", true)]
    [InlineData("using Microsoft.Data.Sqlite;", true)]
    [InlineData("using Voicebot.Core.Data.Sqlite;", true)]
    [InlineData("raw.sqlite3_step(row)", true)]
    [InlineData("using SQLitePCL;", true)]
    [InlineData("SELECT json_extract(c.tools, '$.x')", true)]
    [InlineData("PRAGMA optimize", true)]
    [InlineData("FROM sqlite_master", true)]
    [InlineData("words MATCH @match", true)]
    [InlineData("DbDataReader row", false)]
    [InlineData("/// <summary>As SQLite does it.</summary>", false)]
    public void Engine_Texts_AreFoundAndOthersLeft(string text, bool found) => Assert.Equal(found, Engine().IsMatch(text));

    [Fact]
    public void Sources_Length_IsAtMostThreeHundredLines() =>
        Assert.DoesNotContain(Everything, path => Repository.Text(path).AsSpan().Count('\n') > 300);

    [Fact]
    public void Sources_Namespace_IsTheirFolder() =>
        Assert.DoesNotContain(
            Everything,
            path => DeclaredNamespace().Match(Repository.Text(path)) is { Success: true } declared
                && declared.Groups[1].Value != Path.GetDirectoryName(path)!.Replace('\\', '/').Replace('/', '.'));

    private static Dictionary<string, string[]> Of(string project) => project == "Voicebot.Core" ? Core : Functions;

    [GeneratedRegex(@"\b(Voicebot\.Core|Voicebot\.Functions)\.(\w+)")]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA)\s|using Dapper|xi-api-key|v1/convai")]
    private static partial Regex SqlOrDapper();

    [GeneratedRegex(@"\bSqlite\w*|\bSQLitePCL\b|\bsqlite3?_\w+|\bjson_(extract|each)\b|\bPRAGMA\b|\b(MATCH|GLOB)\s+(@|')|\bNpgsql\w*")]
    private static partial Regex Engine();

    [GeneratedRegex(@"\bMicrosoft\.Data\.Sqlite\b|\bSQLitePCL\b|\bSqlite(Connection|Command|Exception|DataReader|OpenMode)\b|\bPRAGMA\b")]
    private static partial Regex Driver();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex DeclaredNamespace();
}
