using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Voicebot.Tests.Architecture;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Deployment;

/// <summary>Where the keys go: into the vault, and nowhere else. Outputs and parameters of deployments can be read for months.</summary>
public sealed partial class TemplateSecretsTests
{
    [Fact]
    public void Outputs_OfEveryTemplate_HoldNoSecret()
    {
        var outputs = Templates(BicepCompiler.Template).SelectMany(template =>
            Members(template["outputs"])
                .Select(output => (output.Key, Value: output.Value!.ToJsonString(), Secure: SecureNames(template))))
            .ToList();

        Assert.NotEmpty(outputs);
        Assert.All(outputs, output =>
        {
            Assert.DoesNotMatch(Revealing(), output.Value);
            Assert.DoesNotContain(output.Secure, name => output.Value.Contains($"parameters('{name}')", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Parameters_ThatAreKeys_AreSecureInEveryTemplate()
    {
        var keys = Templates(BicepCompiler.Template).SelectMany(template => Members(template["parameters"]))
            .Where(parameter => KeyName().IsMatch(parameter.Key)).ToList();

        Assert.Equal(8, keys.Count); // four, in the main template and in the vault's
        Assert.All(keys, key => Assert.Equal("securestring", key.Value!["type"]!.GetValue<string>()));
    }

    [Fact]
    public void Keys_OutsideTheVault_AreNamedAndNeverPassed()
    {
        var app = Repository.Text("deploy/modules/app.bicep");

        Assert.DoesNotContain("@secure", app, StringComparison.Ordinal);
        Assert.DoesNotMatch("list(Keys|Secrets|AccountSas)", string.Concat(Repository.Files("*.bicep").Select(Repository.Text)));
        foreach (var size in (string[])["small", "large"])
            Assert.DoesNotContain(BicepCompiler.Secrets,
                secret => Repository.Text($"deploy/{size}.snapshot.json").Contains(secret, StringComparison.Ordinal));
    }

    [GeneratedRegex("list[A-Z]|ConnectionString|InstrumentationKey|apiKey|[pP]assword")]
    private static partial Regex Revealing();

    [GeneratedRegex("(Key|Secret|Password)$")]
    private static partial Regex KeyName();

    private static IEnumerable<JsonNode> Templates(JsonNode template) =>
        Members(template["resources"]).Select(resource => (resource.Value!["properties"] as JsonObject)?["template"]).OfType<JsonNode>()
            .SelectMany(Templates).Prepend(template);

    private static string[] SecureNames(JsonNode template) =>
        [.. Members(template["parameters"]).Where(one => one.Value!["type"]?.GetValue<string>().StartsWith("secure") == true)
            .Select(one => one.Key)];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node switch
    {
        JsonObject members => members,
        JsonArray items => items.Select(item => KeyValuePair.Create("", item)),
        _ => [],
    };
}
