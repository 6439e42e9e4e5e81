using System.Net;
using Voicebot.Core.Settings;

namespace Voicebot.Tests.Settings;

/// <summary>What keys, secrets, days, folders and addresses may look like, at the borders of each rule.</summary>
public sealed class WrittenRulesTests
{
    private const string Eight = "abcdefgh";

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void AccessKey_Length_IsFrom32To200(int length, bool good) =>
        Assert.Equal(good, AccessKeyRule.IsGood(Eight.PadRight(length, 'a')));

    [Theory]
    [InlineData("abcdefgh", true)]
    [InlineData("abcdefg", false)]
    public void AccessKey_Signs_AreEightDifferentOnes(string signs, bool good) =>
        Assert.Equal(good, AccessKeyRule.IsGood(signs.PadRight(40, 'a')));

    [Theory]
    [InlineData('!', true)]
    [InlineData('~', true)]
    [InlineData(' ', false)]
    [InlineData('\x7f', false)]
    [InlineData('\n', false)]
    [InlineData('ż', false)]
    public void AccessKey_Sign_CanStandInAHeader(char sign, bool good) =>
        Assert.Equal(good, AccessKeyRule.IsGood(Eight.PadRight(39, 'a') + sign));

    [Theory]
    [InlineData('!', true)]
    [InlineData('~', true)]
    [InlineData('_', true)]
    [InlineData(' ', false)]
    [InlineData('\x7f', false)]
    [InlineData('\t', false)]
    [InlineData('"', false)]
    [InlineData('\'', false)]
    [InlineData('`', false)]
    [InlineData('ż', false)]
    public void Secret_Sign_CanStandInAHeaderAndIsNoQuote(char sign, bool good) =>
        Assert.Equal(good, SecretRule.IsGood("sk" + sign + "key"));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("36500", 36_500)]
    [InlineData("0", null)]
    [InlineData("36501", null)]
    [InlineData("-1", null)]
    [InlineData("+1", null)]
    [InlineData("1.5", null)]
    [InlineData("", null)]
    public void Days_OfARetention_AreFromOneTo36500(string text, int? expected) => Assert.Equal(expected, Retention.Days(text));

    [Theory]
    [InlineData(" value ", "value")]
    [InlineData("\"value\"", "value")]
    [InlineData("'value'", "value")]
    [InlineData("“value”", "value")]
    [InlineData("„value”", "value")]
    [InlineData("‘value’", "value")]
    [InlineData("\"'value'\"", "'value'")]
    [InlineData("\"value'", "\"value'")]
    [InlineData("”value“", "”value“")]
    [InlineData("va\"lue", "va\"lue")]
    [InlineData("\"", "\"")]
    [InlineData("\"\"", null)]
    [InlineData("\" \"", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Value_AsPeopleWriteIt_IsWithoutOnePairOfQuotes(string? written, string? expected) =>
        Assert.Equal(expected, WrittenValue.Of(written));

    [Theory]
    [InlineData(100, "")]
    [InlineData(101, "…")]
    public void Shown_LongValue_EndsAfterAHundredSigns(int length, string mark) =>
        Assert.Equal(new string('x', 100) + mark, WrittenValue.Shown(new string('x', length)));

    [Fact]
    public void Shown_ControlSigns_AreWrittenOut() => Assert.Equal("a\\u000ab\\u0000\\u007f", WrittenValue.Shown("a\nb\0\x7f"));

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("LOCALHOST", "127.0.0.1")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("192.168.1.5", "192.168.1.5")]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("7", null)]
    [InlineData("127.0.0.1:80", null)]
    [InlineData("voicebot.example.com", null)]
    public void ListenAddress_Text_IsAnAddress(string text, string? expected) =>
        Assert.Equal(expected is null ? null : IPAddress.Parse(expected), ListenAddresses.Parse(text));

    [Theory]
    [InlineData("data")]
    [InlineData("data/50%")]
    [InlineData("data/50%/60%")]
    [InlineData("it's data")]
    [InlineData("data/a$b")]
    public void Folder_OrdinaryPath_IsTheWholeOne(string text) => Assert.Equal(Path.GetFullPath(text), FolderPath.Find(text));

    [Theory]
    [InlineData("da\"ta")]
    [InlineData("da<ta")]
    [InlineData("da>ta")]
    [InlineData("da|ta")]
    [InlineData("da*ta")]
    [InlineData("da?ta")]
    [InlineData("da\tta")]
    [InlineData("'data")]
    [InlineData("data'")]
    [InlineData("`data")]
    [InlineData("data`")]
    [InlineData("~jan")]
    [InlineData("~jan/data")]
    [InlineData("$HOME")]
    [InlineData("/srv/$HOME")]
    [InlineData("/srv/a${HOME}")]
    [InlineData("%APPDATA%/data")]
    [InlineData("/dev/null/data")]
    public void Folder_WhatNoFolderCanBe_IsNone(string text) => Assert.Null(FolderPath.Find(text));
}
