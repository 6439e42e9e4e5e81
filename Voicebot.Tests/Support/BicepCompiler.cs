using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Voicebot.Tests.Architecture;

namespace Voicebot.Tests.Support;

/// <summary>Microsoft's compiler of Bicep, as the build restores it; it asks nothing of Azure, nor of the network.</summary>
internal static class BicepCompiler
{
    public const string Folder = "deploy";

    /// <summary>What must come out nowhere.</summary>
    public static readonly string[] Secrets =
    [
        "an-access-key-of-the-test-that-is-secret", "a-viewer-key-of-the-test-that-is-secret", "sk_secret_of_the_test", "wsec_of_the_test",
    ];

    private static readonly Lazy<JsonNode> Compiled = new(Build);

    /// <summary>As whoever deploys sets them.</summary>
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["AZURE_LOCATION"] = "westeurope",
        ["VOICEBOT_ALERT_EMAIL"] = "owner@example.com",
        ["VOICEBOT_TIME_ZONE"] = "Europe/Warsaw",
        ["VOICEBOT_SIGN_IN_CLIENT_ID"] = "00000000-0000-0000-0000-00000000000c",
        ["VOICEBOT_SIGN_IN_GROUPS"] = "00000000-0000-0000-0000-00000000000d",
        ["VOICEBOT_ACCESS_KEY"] = Secrets[0],
        ["VOICEBOT_VIEWER_KEY"] = Secrets[1],
        ["ELEVENLABS_API_KEY"] = Secrets[2],
        ["ELEVENLABS_WEBHOOK_SECRET"] = Secrets[3],
    };

    /// <summary>The template with all its modules, as Azure would get it.</summary>
    public static JsonNode Template => Compiled.Value;

    private static string Program => typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == nameof(BicepCompiler))?.Value is { Length: > 0 } path ? path : "bicep";

    /// <summary>Skips the test where there is no compiler.</summary>
    public static void Require() => NeededPart.Require(File.Exists(Program),
        "The templates are compiled on Linux, by the package Azure.Bicep.CommandLine.linux-x64, which the build restores there.");

    /// <summary>Everything that it says, of both outputs.</summary>
    /// <param name="arguments">Paths in them start in <see cref="Folder"/>.</param>
    public static (int Code, string Said) Run(params string[] arguments)
    {
        Require();
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(Repository.Root, Folder),
        };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    /// <summary>The resources that a file of parameters asks for, as the snapshot beside it says.</summary>
    public static IReadOnlyList<JsonNode> Predicted(string size) =>
        [.. JsonNode.Parse(Repository.Text($"{Folder}/{size}.snapshot.json"))!["predictedResources"]!.AsArray().Select(one => one!)];

    private static JsonNode Build()
    {
        var (code, said) = Run("build", "main.bicep", "--stdout");
        Assert.Equal(0, code);
        return JsonNode.Parse(said)!;
    }
}
