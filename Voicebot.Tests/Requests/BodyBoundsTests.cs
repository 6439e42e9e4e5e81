using System.Text.Json;
using Voicebot.Functions.Requests;

namespace Voicebot.Tests.Requests;

/// <summary>The most that a body and its fields may hold, and the first past it.</summary>
public sealed class BodyBoundsTests
{
    [Fact]
    public async Task ReadAsync_AsLargeAsABodyMayBe_IsRead() =>
        Assert.Equal(65_536 - 8, (await RequestOf.BodyAsync(Padded(65_536))).Text("a", 100_000)!.Length);

    [Fact]
    public async Task ReadAsync_OneByteLarger_IsRefused() =>
        Assert.Equal(413, (await RequestOf.RefusalOfAsync(() => RequestOf.BodyAsync(Padded(65_537)))).Status);

    [Fact]
    public async Task ReadAsync_EightLevels_AreTheMost()
    {
        await RequestOf.BodyAsync("""{"a":[[[[[[[1]]]]]]]}""");
        RequestOf.Names(await RequestOf.RefusalOfAsync(() => RequestOf.BodyAsync("""{"a":[[[[[[[[1]]]]]]]]}""")), "invalid_json", "body");
    }

    [Fact]
    public async Task Text_AsLongAsItMayBe_IsRead()
    {
        var reader = await RequestOf.BodyAsync("""{"a":" 1234567890 "}""");
        Assert.Equal("1234567890", reader.Text("a", 10));
        reader.Finish();
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("7", 7)]
    [InlineData("2", null)]
    [InlineData("8", null)]
    [InlineData("3.5", null)]
    [InlineData("\"5\"", null)]
    public async Task Whole_Number_IsReadFromLeastToMostAndNoFurther(string json, int? expected)
    {
        var reader = await RequestOf.BodyAsync($$"""{"a":{{json}}}""");
        Assert.Equal(expected, reader.Whole("a", 3, 7));
        Finishes(reader, expected is not null, "a");
    }

    [Theory]
    [InlineData("2000-01-01", true)]
    [InlineData("2199-12-31", true)]
    [InlineData("1999-12-31", false)]
    [InlineData("2200-01-01", false)]
    public async Task Date_Day_IsReadFromFirstToLastAndNoFurther(string text, bool read)
    {
        var reader = await RequestOf.BodyAsync($$"""{"a":"{{text}}"}""");
        Assert.Equal(read ? text : null, reader.Date("a")?.ToString("O", null));
        Finishes(reader, read, "a");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("null", null)]
    public async Task Flag_Known_IsRead(string json, bool? expected)
    {
        var reader = await RequestOf.BodyAsync($$"""{"a":{{json}}}""");
        Assert.Equal((expected, true), (reader.Flag("a"), reader.IsGiven("a")));
        reader.Finish();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"true\"")]
    public async Task Flag_AnythingElse_IsRefused(string json)
    {
        var reader = await RequestOf.BodyAsync($$"""{"a":{{json}}}""");
        Assert.Null(reader.Flag("a"));
        Finishes(reader, false, "a");
    }

    /// <summary>The refusal stands in every answer and log; the sender's name for it may be any text.</summary>
    [Theory]
    [InlineData(50, 50, "")]
    [InlineData(51, 50, "…")]
    public async Task Finish_UnknownName_IsToldToFiftyCharacters(int length, int told, string mark)
    {
        var unknown = await RequestOf.BodyAsync($$"""{"{{new string('x', length)}}":1}""");
        Assert.StartsWith($"'{new string('x', told)}{mark}' is not a field", RequestOf.RefusalOf(unknown.Finish).Detail,
            StringComparison.Ordinal);
        var name = new string('y', length);
        Assert.StartsWith($"The body gives '{new string('y', told)}{mark}' more than once",
            (await RequestOf.RefusalOfAsync(() => RequestOf.BodyAsync($$"""{"{{name}}":1,"{{name}}":2}"""))).Detail,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api_key", 500)]
    [InlineData("webhook_secret", 500)]
    [InlineData("agent_id", 128)]
    public async Task Settings_Text_IsReadToItsLengthAndNoFurther(string name, int longest)
    {
        await SettingsAsync(new Dictionary<string, object> { [name] = new string('x', longest) });
        await RefusedAsync(new Dictionary<string, object> { [name] = new string('x', longest + 1) }, name);
    }

    [Theory]
    [InlineData("retention_texts_days")]
    [InlineData("retention_phones_days")]
    public async Task Settings_Days_AreReadFromOneToACentury(string name)
    {
        foreach (var days in new[] { 1, 36_500 })
        {
            var change = await SettingsAsync(new Dictionary<string, object> { [name] = days });
            Assert.Equal(days, (name == "retention_texts_days" ? change.RetentionTexts : change.RetentionPhones)?.Days);
            Assert.Equal([name], change.Names);
        }
        foreach (var days in new[] { 0, 36_501 })
            await RefusedAsync(new Dictionary<string, object> { [name] = days }, name);
    }

    [Fact]
    public async Task Settings_Agents_AreTwentyActiveAndTwoHundredInAllAtMost()
    {
        Assert.Equal(20, (await SettingsAsync(Agents(20, 0))).Agents!.Count);
        Assert.Equal([20, 180], (await SettingsAsync(Agents(20, 180))).Agents!.CountBy(agent => agent.IsRetired).Select(one => one.Value));
        await RefusedAsync(Agents(21, 0), "agents");
        await RefusedAsync(Agents(20, 181), "agents");
        await RefusedAsync(Agents(0, 1), "agents");
    }

    [Fact]
    public async Task Settings_NameOfAnAgent_HasTwoHundredCharactersAtMost()
    {
        var name = new string('n', 200);
        Assert.Equal(name, Assert.Single((await SettingsAsync(new { agents = new[] { new { id = "a", name } } })).Agents!).Name);
        await RefusedAsync(new { agents = new[] { new { id = "a", name = name + "n" } } }, "agents");
    }

    private static object Agents(int active, int retired) => new
    {
        agents = Enumerable.Range(0, active + retired)
            .Select(number => new { id = $"agent_{number}", active = number < active }).ToArray(),
    };

    private static async Task<Voicebot.Core.Settings.SettingsChange> SettingsAsync(object body) =>
        SettingsReader.Read(await RequestOf.BodyAsync(JsonSerializer.Serialize(body)));

    private static async Task RefusedAsync(object body, string parameter) =>
        RequestOf.Names(await RequestOf.RefusalOfAsync(() => SettingsAsync(body)), "invalid_parameter", parameter);

    private static void Finishes(BodyReader reader, bool read, string name)
    {
        if (read)
            reader.Finish();
        else
            RequestOf.Names(RequestOf.RefusalOf(reader.Finish), "invalid_parameter", name);
    }

    private static string Padded(int bytes) => $$"""{"a":"{{new string('x', bytes - 8)}}"}""";
}
