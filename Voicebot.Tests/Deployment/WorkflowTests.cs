using System.Text.RegularExpressions;
using Voicebot.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace Voicebot.Tests.Deployment;

/// <summary>The workflow runs at GitHub only; here is what can be known of it before.</summary>
public sealed partial class WorkflowTests
{
    private const string Workflow = ".github/workflows/deploy.yml";

    private static readonly string Text = Repository.Text(Workflow);

    [Fact]
    public void Workflow_Actions_AreOfAMajorVersion()
    {
        var uses = Steps().Select(step => Value(step, "uses")).OfType<string>().ToList();

        Assert.Contains(uses, use => use.StartsWith("azure/login@", StringComparison.Ordinal));
        Assert.All(uses, use => Assert.Matches(@"^[\w-]+/[\w-]+@v\d+$", use));
    }

    /// <summary>A token of Azure is to be had in the job that deploys alone, and nothing may be written to the repository.</summary>
    [Fact]
    public void Workflow_Rights_AreThoseOfASignInWithoutPassword()
    {
        var root = Root(Text);

        Assert.Equal(["contents: read", "id-token: write"], Pairs(root["permissions"]));
        Assert.All((string[])["test", "build"], job => Assert.Equal(["contents: read"], Pairs(root["jobs"][job]["permissions"])));
        Assert.DoesNotContain("secrets.AZURE", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("creds:", Text, StringComparison.Ordinal);
        Assert.Equal(["release", "workflow_dispatch"], ((YamlMappingNode)root["on"]).Children.Keys.Select(key => key.ToString()).Order());
    }

    /// <summary>What comes from outside reaches a script as a variable, and never as a part of it.</summary>
    [Fact]
    public void Workflow_Scripts_HoldNoExpression() =>
        Assert.All(Steps().Select(step => Value(step, "run")).OfType<string>(),
            script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));

    [Theory]
    [InlineData("deploy/site/make.sh")]
    [InlineData(".ci/run")]
    [InlineData("Voicebot.Functions")]
    [InlineData("deploy/$SIZE.bicepparam")]
    public void Workflow_Paths_AreThere(string path)
    {
        Assert.Contains(path, Text, StringComparison.Ordinal);
        Assert.All((string[])["small", "large"], size =>
            Assert.True(Path.Exists(Path.Combine(Repository.Root, path.Replace("$SIZE", size, StringComparison.Ordinal)))));
    }

    /// <summary>A variable that nobody sets would leave a key out, or stop the deployment half way.</summary>
    [Fact]
    public void Workflow_Variables_AreAllThatTheParametersRead()
    {
        var read = ((string[])["small", "large"]).SelectMany(size =>
                ReadVariable().Matches(Repository.Text($"deploy/{size}.bicepparam")).Select(match => match.Groups[1].Value))
            .Where(name => name != "VOICEBOT_SIGN_IN").Distinct().Order(StringComparer.Ordinal); // which has a default
        var set = Steps().Single(step => Value(step, "id") == "resources")["env"];

        Assert.Empty(read.Except(((YamlMappingNode)set).Children.Keys.Select(key => key.ToString())));
    }

    /// <summary>The outputs that its steps use are the template's.</summary>
    [Fact]
    public void Workflow_Outputs_AreOfTheTemplate()
    {
        var template = Repository.Text("deploy/main.bicep");
        var used = UsedOutput().Matches(Text).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(used);
        Assert.All(used, name => Assert.Contains($"output {name} string", template, StringComparison.Ordinal));
    }

    [Fact]
    public void Azd_Project_NamesWhatIsThere()
    {
        var root = Root(Repository.Text("deploy/azure.yaml"));
        var infrastructure = root["infra"];

        Assert.True(File.Exists(
            Path.Combine(Repository.Root, "deploy", infrastructure["path"].ToString(), $"{infrastructure["module"]}.bicep")));
        Assert.All(((YamlMappingNode)root["services"]).Children, service =>
        {
            Assert.True(Directory.Exists(Path.Combine(Repository.Root, "deploy", service.Value["project"].ToString())));
            Assert.Contains($"'azd-service-name': '{service.Key}'", string.Concat(Repository.Files("*.bicep").Select(Repository.Text)),
                StringComparison.Ordinal);
        });
    }

    private static YamlNode Root(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlNode> Steps() => ((YamlMappingNode)Root(Text)["jobs"]).Children.Values
        .SelectMany(job => (YamlSequenceNode)job["steps"]);

    private static string? Value(YamlNode step, string name) =>
        ((YamlMappingNode)step).Children.TryGetValue(name, out var value) ? value.ToString() : null;

    private static IEnumerable<string> Pairs(YamlNode node) =>
        ((YamlMappingNode)node).Children.Select(pair => $"{pair.Key}: {pair.Value}");

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex ReadVariable();

    [GeneratedRegex(@"steps\.resources\.outputs\.(\w+)")]
    private static partial Regex UsedOutput();
}
