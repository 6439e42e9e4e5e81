using Voicebot.Core.Csv;

namespace Voicebot.Tests.Csv;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+cmd")]
    [InlineData("+48 601 000 001")]
    [InlineData("-cmd")]
    [InlineData("-1+2")]
    [InlineData("--1")]
    [InlineData("@SUM(A1)")]
    [InlineData("|calc")]
    [InlineData("%0a")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("\tplain")]
    [InlineData("   =1+1")]
    [InlineData("\u00a0=1+1")]
    [InlineData("\u3000＝1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM")]
    [InlineData("=")]
    [InlineData("+4860\n1000")]
    [InlineData("+١٢٣٤")]
    public void Neutralise_BeginsLikeAFormula_GetsAnApostrophe(string text) => Assert.Equal("'" + text, CsvText.Neutralise(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("Zażółć; \"gęślą\" jaźń\n=1")]
    [InlineData("a=b")]
    [InlineData("  indented")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("-5.25")]
    [InlineData("-5,25")]
    [InlineData("3.5")]
    [InlineData("+48601000001")]
    [InlineData("+112")]
    [InlineData("anonymous")]
    [InlineData("sip:jan@example.test")]
    [InlineData("'already quoted")]
    public void Neutralise_Harmless_StaysAsItIs(string? text) => Assert.Equal(text, CsvText.Neutralise(text));
}
