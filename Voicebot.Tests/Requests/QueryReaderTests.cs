using Voicebot.Functions.Requests;

namespace Voicebot.Tests.Requests;

public sealed class QueryReaderTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("?q=", null)]
    [InlineData("?q=%20%20", null)]
    [InlineData("?q=text", "text")]
    [InlineData("?q=%20text%20", "text")]
    [InlineData("?q=a%26b%3Dc", "a&b=c")]
    public void Text_Given_IsTrimmedAndBlankIsAbsent(string query, string? expected)
    {
        var reader = RequestOf.Query(query);

        Assert.Equal(expected, reader.Text("q"));
        reader.Finish();
    }

    [Fact]
    public void Text_TooLong_IsRefused() => Refused(reader => reader.Text("q", 5), "?q=123456", "q");

    [Theory]
    [InlineData("?q=a&q=b")]
    [InlineData("?q=a&q=a")]
    [InlineData("?q=a&Q=b")]
    public void Text_GivenTwice_IsRefused(string query) => Refused(reader => reader.Text("q"), query, "q");

    [Theory]
    [InlineData("1", 1)]
    [InlineData("200", 200)]
    [InlineData("+7", 7)]
    public void Whole_InRange_IsRead(string text, int expected) =>
        Assert.Equal(expected, RequestOf.Query("?n=" + Uri.EscapeDataString(text)).Whole("n", 1, 200));

    [Theory]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("ten")]
    [InlineData("99999999999999999999")]
    [InlineData("0x10")]
    [InlineData("١٢")]
    [InlineData("1 2")]
    public void Whole_AnythingElse_IsRefused(string text) =>
        Refused(reader => reader.Whole("n", 1, 200), "?n=" + Uri.EscapeDataString(text), "n");

    [Theory]
    [InlineData("1", 1)]
    [InlineData("4.5", 4.5)]
    [InlineData("5.0", 5)]
    public void Number_InRange_IsRead(string text, double expected) =>
        Assert.Equal(expected, RequestOf.Query("?n=" + text).Number("n", 1, 5));

    [Theory]
    [InlineData("0.9")]
    [InlineData("5.1")]
    [InlineData("4,5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e0")]
    [InlineData("x")]
    public void Number_AnythingElse_IsRefused(string text) => Refused(reader => reader.Number("n", 1, 5), "?n=" + text, "n");

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public void Flag_Known_IsRead(string text, bool expected) => Assert.Equal(expected, RequestOf.Query("?f=" + text).Flag("f"));

    [Theory]
    [InlineData("yes")]
    [InlineData("TRUE")]
    [InlineData("2")]
    public void Flag_AnythingElse_IsRefused(string text) => Refused(reader => reader.Flag("f"), "?f=" + text, "f");

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("11-2026")]
    [InlineData("1999-12")]
    public void Month_Wrong_IsRefused(string text) => Refused(reader => reader.Month("month"), "?month=" + text, "month");

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026-2-1")]
    [InlineData("01.02.2026")]
    [InlineData("1999-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("2026-11-22T00:00:00")]
    public void Date_Wrong_IsRefused(string text) => Refused(reader => reader.Date("from"), "?from=" + text, "from");

    [Fact]
    public void Date_LeapDay_IsRead() => Assert.Equal(new DateOnly(2028, 2, 29), RequestOf.Query("?from=2028-02-29").Date("from"));

    [Fact]
    public void OneOf_AnotherValue_IsRefusedWithTheAllowed()
    {
        var reader = RequestOf.Query("?outcome=Success");
        Assert.Null(reader.OneOf("outcome", ["success", "failure"]));

        var problem = RequestOf.RefusalOf(reader.Finish);

        RequestOf.Names(problem, "invalid_parameter", "outcome");
        Assert.Equal("'outcome' must be one of success, failure.", problem.Detail);
    }

    [Theory]
    [InlineData("?nobody_asked=1", "nobody_asked")]
    [InlineData("?Q=1", "Q")]
    [InlineData("?q=1&month_=x&x=", "month_", "x")]
    public void Finish_UnknownParameters_AreNamed(string query, params string[] names)
    {
        var reader = RequestOf.Query(query);
        reader.Text("q");

        RequestOf.Names(RequestOf.RefusalOf(reader.Finish), "unknown_parameter", names);
    }

    [Fact]
    public void Finish_SeveralErrors_NamesThemAllInOneAnswer()
    {
        var reader = RequestOf.Query("?page=0&month=x&rated=maybe");
        reader.Whole("page", 1, 9);
        reader.Month("month");
        reader.Flag("rated");

        RequestOf.Names(RequestOf.RefusalOf(reader.Finish), "invalid_parameter", "page", "month", "rated");
    }

    [Fact]
    public void Finish_VeryLongUnknownName_IsShortenedInTheText()
    {
        var problem = RequestOf.RefusalOf(RequestOf.Query("?" + new string('x', 5_000) + "=1").Finish);

        Assert.InRange(problem.Detail.Length, 1, 200);
    }

    private static void Refused<T>(Func<QueryReader, T?> read, string query, string parameter)
    {
        var reader = RequestOf.Query(query);
        Assert.Null((object?)read(reader));

        RequestOf.Names(RequestOf.RefusalOf(reader.Finish), "invalid_parameter", parameter);
    }
}
