using System.Text.Json;
using System.Text.RegularExpressions;
using Voicebot.Tests.Architecture;

namespace Voicebot.Tests.Browser;

/// <summary>Both languages say everything, and no view shows the name of a text in place of the text.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed partial class TextsTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private static readonly string Scripts = Path.Combine(Repository.Root, "static-site", "scripts");

    [Fact]
    public async Task Texts_OfBothLanguages_HaveTheSameNamesAndPlaceholders()
    {
        var polish = await ReadAsync("pl");
        var english = await ReadAsync("en");

        Assert.Equal(polish.Keys.Order(), english.Keys.Order());
        foreach (var (key, text) in polish)
            Assert.Equal($"{key}: {Placeholders(text)}", $"{key}: {Placeholders(english[key])}");
    }

    [Fact]
    public async Task Texts_NamedInTheScripts_Exist()
    {
        var known = await ReadAsync("en");
        var used = Directory.EnumerateFiles(Scripts, "*.js", SearchOption.AllDirectories)
            .SelectMany(file => UsedKey().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();

        Assert.True(used.Count > 100, "The pattern no longer finds how scripts name texts.");
        Assert.Empty(used.Except(known.Keys));
    }

    [Theory]
    [InlineData("pl")]
    [InlineData("en")]
    public async Task Views_InALanguage_ShowNoNameOfAText(string language)
    {
        var groups = string.Join('|', (await ReadAsync("en")).Keys.Select(key => key.Split('.')[0]).Distinct());
        await OpenAsync(demo.Server, "?month=2026-10");
        if (language == "en")
            await TestId("language").ClickAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        foreach (var (view, content) in Views.ContentOf)
        {
            await TestId("tab-" + view).ClickAsync();
            await Expect(Page.Locator(content).First).ToBeVisibleAsync();
            var texts = await Page.EvaluateAsync<string>(
                """
                () => [document.title, document.body.innerText, ...[...document.querySelectorAll("[aria-label], [title], [placeholder]")]
                  .flatMap(node => [node.ariaLabel, node.title, node.placeholder])].join("\n")
                """);

            Assert.DoesNotMatch($@"(?m)(?<![\w.])({groups})\.[a-z]\w+", texts);
            Assert.DoesNotMatch(@"\{\w*\}|undefined|\bNaN\b|\bnull\b|\[object", texts);
        }
    }

    /// <summary>Every text by its dotted name; plural forms are put together.</summary>
    private async Task<IReadOnlyDictionary<string, string>> ReadAsync(string language)
    {
        if (Page.Url == "about:blank")
            await OpenAsync(demo.Server);
        // The bundle has put the texts together with everything else.
        await Page.RouteAsync("**/scripts/**", route =>
            route.FulfillAsync(new()
            {
                Path =
            Path.Combine(Repository.Root, "static-site", new Uri(route.Request.Url).AbsolutePath[1..])
            }));
        var json = await Page.EvaluateAsync<string>($"async () => JSON.stringify((await import('/scripts/texts/{language}.js')).default)");
        var forms = await Page.EvaluateAsync<string[]>($"() => new Intl.PluralRules('{language}').resolvedOptions().pluralCategories");
        var texts = new Dictionary<string, string>();
        Flatten(JsonDocument.Parse(json).RootElement, "");
        return texts;

        void Flatten(JsonElement element, string name)
        {
            if (element.ValueKind == JsonValueKind.String)
            {
                texts[name] = element.GetString()!;
            }
            else if (element.TryGetProperty("other", out var other) && element.EnumerateObject()
                .All(form => PluralForms.Contains(form.Name)))
            {
                Assert.Equal($"{name}: {string.Join(' ', forms.Order())}",
                    $"{name}: {string.Join(' ', element.EnumerateObject().Select(form => form.Name).Order())}");
                texts[name] = string.Join(' ', element.EnumerateObject().Select(form => form.Value.GetString()));
            }
            else
            {
                foreach (var member in element.EnumerateObject())
                    Flatten(member.Value, name.Length == 0 ? member.Name : $"{name}.{member.Name}");
            }
        }
    }

    private static readonly HashSet<string> PluralForms = ["zero", "one", "two", "few", "many", "other"];

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    /// <summary>t("a.b"), but not names that are put together from parts.</summary>
    [GeneratedRegex("""\bt\("([\w.]+)"[,)]""")]
    private static partial Regex UsedKey();
}
