using System.Text.Json;
using CsCheck;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Json;

public sealed class CompressedJsonTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSameText() =>
        Gen.String[Gen.Char["\u0001 \"\\{}[]azŻółć€漢\u2028"], 0, 5_000].Sample(text =>
        {
            var json = JsonSerializer.Serialize(text);
            return CompressedJson.Read(CompressedJson.Write(json)) == json;
        });

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("\"🙂 Zażółć\"")]
    public void Read_WhatWasWritten_KeepsEveryLetter(string json) => Assert.Equal(json, CompressedJson.Read(CompressedJson.Write(json)));

    [Fact]
    public void Write_Detail_IsMuchSmaller()
    {
        var json = SampleFiles.Text("detail-08-criteria-data-collection.json");

        Assert.InRange(CompressedJson.Write(json).Length, 1, json.Length / 4);
    }
}
