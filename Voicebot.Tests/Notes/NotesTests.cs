using System.Net.Http.Json;
using System.Text.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Notes;

/// <summary>What happened on days: written by the owner, read by all, and never naming a person.</summary>
public sealed class NotesTests
{
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string Viewer = "viewer-0123456789abcdefghijklmnopqrstu";

    [Fact]
    public async Task Get_Notes_AreThoseOfPeriodAndAgents()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Agents = ["agent_one", "agent_two"] });
        await AddAsync(server, new { day = "2026-11-04", text = " Nowy skrypt ", agent_id = "agent_one" });
        await AddAsync(server, new { day = "2026-11-01", text = "Święto: 2026-11-01, 1 000 000 zł" });
        await AddAsync(server, new { day = "2026-10-31", text = "Koniec miesiąca 31.10.2026 – 01.11.2026", agent_id = "agent_two" });

        async Task<IEnumerable<string?>> Texts(string query) =>
            (await server.GetJsonAsync($"api/notes?{query}")).GetProperty("notes").Texts("day");

        Assert.Equal(["2026-10-31", "2026-11-01", "2026-11-04"], await Texts(""));
        Assert.Equal(["2026-11-01", "2026-11-04"], await Texts("month=2026-11"));
        Assert.Equal(["2026-10-31", "2026-11-01"], await Texts("to=2026-11-01"));
        Assert.Equal(["2026-11-04"], await Texts("from=2026-11-02"));
        Assert.Equal(["2026-11-01", "2026-11-04"], await Texts("agent_id=agent_one"));
        Assert.Equal(["2026-10-31", "2026-11-01"], await Texts("agent_id=agent_two"));
        await server.Http.GetProblemAsync("api/notes?agent_id=nobody", 404, "agent_not_found");
        await server.Http.GetProblemAsync("api/notes?month=2026-13", 400, "invalid_parameter", "month");

        await server.SaveSettingsAsync(new { agents = new[] { new { id = "agent_one" } } });
        var notes = (await server.GetJsonAsync("api/notes")).GetProperty("notes");
        Assert.Equal(["False", "True", "True"], notes.Texts("agent_known"));
        Assert.Equal(["Nowy skrypt", "owner", "1"], [notes[2].Text("text"), notes[2].Text("role"), notes[2].Text("version")]);
    }

    [Fact]
    public async Task Put_ANote_ChangesItAndTheLaterOfTwoPeopleSeesIt()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var id = (await AddAsync(server, new { day = "2026-11-04", text = "One" })).Whole("id");

        var changed = await (await PutAsync(server, id, new { day = "2026-11-05", text = "Two", version = 1 })).JsonAsync();
        Assert.Equal(("2026-11-05", "Two", 2L), (changed.Text("day"), changed.Text("text"), changed.Whole("version")));
        await (await PutAsync(server, id, new { day = "2026-11-05", text = "Three", version = 1 })).ProblemAsync(409, "changed_meanwhile");
        await (await server.Http.DeleteAsync($"api/notes/{id}?version=1")).ProblemAsync(409, "changed_meanwhile");
        await (await PutAsync(server, 77, new { day = "2026-11-05", text = "x" })).ProblemAsync(404, "not_found");
        await (await PutAsync(server, 0, new { day = "2026-11-05", text = "x" })).ProblemAsync(400, "invalid_parameter", "id");
        await (await server.Http.DeleteAsync("api/notes/77")).ProblemAsync(404, "not_found");
        Assert.Equal(["Two"], (await server.GetJsonAsync("api/notes")).GetProperty("notes").Texts("text"));

        var left = await (await server.Http.DeleteAsync($"api/notes/{id}?version=2")).JsonAsync();
        Assert.Equal(0, left.GetProperty("notes").GetArrayLength());
        Assert.Equal(3, (await server.GetJsonAsync("api/audit-log")).GetProperty("entries").Texts("action")
            .Count(action => action == "notes"));
    }

    [Fact]
    public async Task Post_WhatIsNoNote_SaysWhichPart()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        (object Note, string Parameter)[] refused =
        [
            (new { text = "x" }, "day"), (new { day = "4.11.2026", text = "x" }, "day"), (new { day = "2026-02-30", text = "x" }, "day"),
            (new { day = "2026-11-04" }, "text"), (new { day = "2026-11-04", text = " " }, "text"),
            (new { day = "2026-11-04", text = new string('x', 301) }, "text"), (new { day = "2026-11-04", text = "a\nb" }, "text"),
            (new { day = "2026-11-04", text = "Pan z +48 501-000-123" }, "text"),
            (new { day = "2026-11-04", text = "x", agent_id = "nobody" }, "agent_id"),
        ];
        foreach (var (note, parameter) in refused)
            await (await server.Http.PostJsonAsync("api/notes", note)).ProblemAsync(400, "invalid_parameter", parameter);
        await (await server.Http.PostTextAsync("api/notes", "{")).ProblemAsync(400, "invalid_json", "body");
        Assert.Equal(0, (await server.GetJsonAsync("api/notes")).GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task Post_MoreThanThereMayBe_IsRefused()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        server.Database.Write(connection =>
        {
            for (var number = 0; number < 999; number++)
                connection.Run("INSERT INTO notes (local_day, text, role, version, changed_at) VALUES (739000, 'x', 'owner', 1, 0)");
        });
        await AddAsync(server, new { day = "2026-11-04", text = "x" });
        await (await server.Http.PostJsonAsync("api/notes", new { day = "2026-11-04", text = "y" })).ProblemAsync(409, "too_many_notes");
    }

    [Fact]
    public async Task Viewer_ReadsTheNotesAndWritesNone()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { AccessKey = Owner, ViewerKey = Viewer });
        await AddAsync(server, new { day = "2026-11-04", text = "One" });
        using var viewer = server.NewClient();
        viewer.DefaultRequestHeaders.Authorization = new("Bearer", Viewer);

        Assert.Equal(["One"], (await (await viewer.GetAsync("api/notes")).JsonAsync()).GetProperty("notes").Texts("text"));
        var note = new { day = "2026-11-04", text = "x" };
        await (await viewer.PostJsonAsync("api/notes", note)).ProblemAsync(403, "not_allowed_for_viewer");
        await (await viewer.PutAsJsonAsync("api/notes/1", note)).ProblemAsync(403, "not_allowed_for_viewer");
        await (await viewer.DeleteAsync("api/notes/1")).ProblemAsync(403, "not_allowed_for_viewer");
    }

    /// <summary>A number may come in as few digits as a note may have; what happened stays said.</summary>
    [Fact]
    public async Task Erase_APersonWhomANoteNames_TakesTheNumberOut()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", "+33 1234567").Talks(2));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        await AddAsync(server, new { day = "2026-10-05", text = "Skarga: 123-45-67" });
        await AddAsync(server, new { day = "2026-10-06", text = "Skarga: 123-45-68" });

        (await server.Http.PostJsonAsync("api/erase", new { phone = "+331234567" })).Dispose();

        await Eventually.True(async () => (await TextsAsync(server))[0] != "Skarga: 123-45-67", "the note without the number");
        Assert.Equal(["Skarga: •••", "Skarga: 123-45-68"], await TextsAsync(server));
        if (!PostgresServer.IsForAll)
            await Eventually.True(() => RawFiles.Holding(RawFiles.Of(server.DataFolder), ["123-45-67"]).Count == 0,
                "the files without it");
    }

    private static async Task<IReadOnlyList<string?>> TextsAsync(VoicebotServer server) =>
        [.. (await server.GetJsonAsync("api/notes")).GetProperty("notes").Texts("text")];

    private static async Task<JsonElement> AddAsync(VoicebotServer server, object note) =>
        await (await server.Http.PostJsonAsync("api/notes", note)).JsonAsync(201);

    private static Task<HttpResponseMessage> PutAsync(VoicebotServer server, long id, object note) =>
        server.Http.PutAsJsonAsync($"api/notes/{id}", note);
}
