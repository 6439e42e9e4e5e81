using System.Text.RegularExpressions;
using Voicebot.Tests.Architecture;

namespace Voicebot.Tests.Alerts;

/// <summary>What we say ourselves when nothing could be sent has words of both languages on the page.</summary>
public sealed partial class AnswerTextsTests
{
    [Theory]
    [InlineData("pl")]
    [InlineData("en")]
    public void Sentences_OfTheProgram_AreKnownToThePage(string language)
    {
        var known = Repository.Text($"static-site/scripts/texts/{language}/alerts.js");
        var sentences = new[] { "Alerts/HttpSending.cs", "Alerts/MailSending.cs", "Alerts/ChannelSending.cs", "Digests/DigestPost.cs" }
            .SelectMany(file => Sentence().Matches(Repository.Text("Voicebot.Core/" + file)))
            .Select(match => Number().Replace(match.Groups["text"].Value, "#").TrimEnd('.')).Distinct().ToList();

        Assert.True(sentences.Count > 12, $"Only {sentences.Count} were found.");
        Assert.All(sentences, sentence => Assert.Contains($"\"{sentence}\":", known, StringComparison.Ordinal));
    }

    /// <summary>Whole sentences in quotes.</summary>
    [GeneratedRegex("""(?<!/// .*)"(?<text>[A-Z][^"\n]{14,}\.)"[^+]""")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\d+|\{[^}]*\}")]
    private static partial Regex Number();
}
