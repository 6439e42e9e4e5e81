using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Requests;

/// <summary>The first and last value of every parameter that has limits, and the first past them.</summary>
public sealed class QueryBoundsTests
{
    private static readonly EffectiveSettings Settings =
        SettingsOf.Agents(Enumerable.Range(0, 201).Select(number => $"agent_{number}"));

    [Theory]
    [InlineData("duration_min", 0, 1_000_000)]
    [InlineData("duration_max", 0, 1_000_000)]
    [InlineData("cost_min", 0, 1_000_000_000)]
    [InlineData("cost_max", 0, 1_000_000_000)]
    [InlineData("rating", 1, 5)]
    [InlineData("rating_min", 1, 5)]
    [InlineData("rating_max", 1, 5)]
    [InlineData("weekday", 1, 7)]
    [InlineData("hour", 0, 23)]
    public void Conditions_Number_IsReadFromLeastToMostAndNoFurther(string name, int least, int most)
    {
        Taken($"?{name}={least}");
        Taken($"?{name}={most}");
        Refused($"?{name}={least - 1}", name);
        Refused($"?{name}={most + 1}", name);
    }

    [Theory]
    [InlineData("duration", "7")]
    [InlineData("cost", "7")]
    [InlineData("rating", "4.5")]
    public void Conditions_LeastAndMostAlike_IsARangeOfOneValue(string name, string value) =>
        Taken($"?{name}_min={value}&{name}_max={value}");

    [Theory]
    [InlineData("duration", "8", "7")]
    [InlineData("cost", "8", "7")]
    [InlineData("rating", "4.6", "4.5")]
    public void Conditions_LeastAboveMost_NamesTheLeast(string name, string least, string most) =>
        Refused($"?{name}_min={least}&{name}_max={most}", name + "_min");

    [Theory]
    [InlineData("status", 40)]
    [InlineData("source", 60)]
    [InlineData("language", 20)]
    [InlineData("search", 200)]
    [InlineData("tool", 200)]
    [InlineData("tool_error", 200)]
    [InlineData("data", 200)]
    [InlineData("tag", 200)]
    [InlineData("version", 200)]
    [InlineData("phone", 200)]
    [InlineData("ids", 200)]
    public void Conditions_Text_IsReadToItsLengthAndNoFurther(string name, int longest)
    {
        Taken($"?{name}={new string('x', longest)}");
        Refused($"?{name}={new string('x', longest + 1)}", name);
    }

    [Theory]
    [InlineData("source", 40)]
    [InlineData("language", 40)]
    [InlineData("ids", 200)]
    public void Conditions_List_HoldsSoManyValuesAndNoMore(string name, int most)
    {
        Taken($"?{name}={Numbered(name[..1], most)}");
        Refused($"?{name}={Numbered(name[..1], most + 1)}", name);
    }

    [Fact]
    public void Agents_TwoHundredAreAskedForAtOnceAndNoMore()
    {
        Taken($"?agent_id={Numbered("agent_", 200)}");
        Refused($"?agent_id={Numbered("agent_", 201)}", "agent_id");
    }

    [Fact]
    public void Phone_ThirtyDigits_AreTheMost()
    {
        Taken($"?phone={new string('5', 30)}");
        Refused($"?phone={new string('5', 31)}", "phone");
    }

    /// <summary>Each value may be as long as a text, so the whole may be longer than one.</summary>
    [Fact]
    public void List_LongValues_AreMeasuredOneByOne()
    {
        var reader = RequestOf.Query($"?ids={new string('a', 200)},{new string('b', 200)}");

        Assert.Equal([200, 200], reader.List("ids", 2)!.Select(id => id.Length));
        reader.Finish();
    }

    [Fact]
    public void Runs_Limit_IsReadFromOneToMost() => Limited(Parameters.Runs, "limit", 1000, 50);

    [Fact]
    public void AuditEntries_Limit_IsReadFromOneToMost() => Limited(Parameters.AuditEntries, "limit", 1_000, 100);

    [Fact]
    public void Others_Limit_IsReadFromOneToMost() => Limited(Parameters.Others, "limit", 200, 20);

    [Fact]
    public void Page_Number_IsReadFromOneToMost() => Limited(Parameters.Page, "page", 10_000_000, 1);

    [Fact]
    public void PerPage_Number_IsReadFromOneToMost() => Limited(Parameters.PerPage, "per_page", 200, 50);

    [Theory]
    [InlineData("2000-01-01")]
    [InlineData("2199-12-31")]
    public void Date_FirstAndLastDay_AreRead(string text) =>
        Assert.Equal(text, RequestOf.Query("?from=" + text).Date("from")?.ToString("O", null));

    [Theory]
    [InlineData("2000-01")]
    [InlineData("2199-12")]
    public void Month_FirstAndLast_AreRead(string text) =>
        Assert.Equal(text, RequestOf.Query("?month=" + text).Month("month")?.ToString());

    [Theory]
    [InlineData("1999-12")]
    [InlineData("2200-01")]
    public void Month_PastThem_IsRefused(string text)
    {
        var reader = RequestOf.Query("?month=" + text);
        Assert.Null(reader.Month("month"));
        RequestOf.Names(RequestOf.RefusalOf(reader.Finish), "invalid_parameter", "month");
    }

    [Theory]
    [InlineData(50, 50, "")]
    [InlineData(51, 50, "…")]
    public void Finish_UnknownName_IsToldToFiftyCharacters(int length, int told, string mark) =>
        Assert.StartsWith($"'{new string('x', told)}{mark}' is not a parameter",
            RequestOf.RefusalOf(RequestOf.Query($"?{new string('x', length)}=1").Finish).Detail, StringComparison.Ordinal);

    private static void Limited(QueryParameter<int> parameter, string name, int most, int usual)
    {
        Assert.Equal((usual, 1, most), (Read(""), Read($"?{name}=1"), Read($"?{name}={most}")));
        foreach (var wrong in new[] { 0, most + 1 })
        {
            var reader = RequestOf.Query($"?{name}={wrong}");
            parameter.Of(reader);
            RequestOf.Names(RequestOf.RefusalOf(reader.Finish), "invalid_parameter", name);
        }

        int Read(string query)
        {
            var reader = RequestOf.Query(query);
            var read = parameter.Of(reader);
            reader.Finish();
            return read;
        }
    }

    private static string Numbered(string name, int count) =>
        string.Join(',', Enumerable.Range(0, count).Select(number => $"{name}{number}"));

    private static void Taken(string query) => RequestOf.Conditions(query, Settings);

    private static void Refused(string query, string parameter) =>
        RequestOf.Names(RequestOf.RefusalOf(() => Taken(query)), "invalid_parameter", parameter);
}
