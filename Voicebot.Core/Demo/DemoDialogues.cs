using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voicebot.Core.Demo;

/// <summary>
/// The texts of one language, read once from the embedded Dialogues….json. Lines begin with who speaks:
/// <c>U:</c> user, <c>A:</c> agent, <c>T:</c> a tool (<c>name {arguments} => {result}</c>, with ' for "), <c>I:</c> an image.
/// </summary>
internal sealed class DemoDialogues
{
    public static readonly DemoDialogues Polish = Load("DialoguesPolish.json");
    public static readonly DemoDialogues English = Load("DialoguesEnglish.json");

    private readonly Dictionary<string, DemoLine[]> _phrases;
    private readonly Dictionary<string, DemoTemplate> _summaries;
    private readonly Dictionary<string, DemoScenario[]> _scenarios;
    private readonly Dictionary<string, double[]> _weights;

    private DemoDialogues(DialogueFile file)
    {
        // Backchannels and comments are plain lists, not lines with a speaker.
        _phrases = file.Phrases.Where(p => p.Value[0] is [_, ':', ..]).ToDictionary(p => p.Key, p => DemoLine.ParseAll(p.Value));
        Plain = file.Phrases.Where(p => p.Value[0] is not [_, ':', ..]).ToDictionary(p => p.Key, p => p.Value);
        _summaries = file.Summaries.ToDictionary(p => p.Key, p => new DemoTemplate(p.Value));
        _scenarios = file.Scenarios
            .SelectMany(s => s.For.Select(desk => (Desk: desk, Scenario: new DemoScenario(s))))
            .GroupBy(p => p.Desk, p => p.Scenario)
            .ToDictionary(g => g.Key, g => g.ToArray());
        _weights = _scenarios.ToDictionary(p => p.Key, p => p.Value.Select(s => s.Weight).ToArray());
    }

    public IReadOnlyDictionary<string, string[]> Plain { get; }

    public DemoLine[] Phrase(string name) => _phrases[name];

    public DemoTemplate Summary(string name) => _summaries[name];

    /// <param name="desk">support, outbound or web.</param>
    /// <param name="random">Where the choice comes from.</param>
    public DemoScenario PickScenario(string desk, StableRandom random) => _scenarios[desk][random.Weighted(_weights[desk])];

    private static DemoDialogues Load(string resource)
    {
        using var stream = typeof(DemoDialogues).Assembly.GetManifestResourceStream(typeof(DemoDialogues), resource)
            ?? throw new InvalidOperationException(
                $"The demo texts {resource} are not embedded in {typeof(DemoDialogues).Assembly.GetName().Name}.");
        return new DemoDialogues(JsonSerializer.Deserialize(stream, DemoJson.Default.DialogueFile)!);
    }
}

/// <summary>What a customer wants, step by step, and how it may end.</summary>
internal sealed class DemoScenario(ScenarioText text)
{
    public string Id { get; } = text.Id;
    public double Weight { get; } = text.Weight;
    public DemoTemplate Title { get; } = new(text.Title);
    public DemoTemplate About { get; } = new(text.About);
    public DemoLine[] Steps { get; } = DemoLine.ParseAll(text.Steps);
    public DemoLine[] Resolved { get; } = DemoLine.ParseAll(text.Resolved);
    public DemoLine[] Unresolved { get; } = DemoLine.ParseAll(text.Unresolved);
    /// <summary>The payments desk can take it over.</summary>
    public bool IsBilling => Id is "invoice_question" or "complaint_charge" or "contract_end";

    /// <summary>A photograph helps: of the device, the parcel or the bill.</summary>
    public bool IsVisible => Id is "fault_report" or "order_status" or "invoice_question";

    /// <summary>It needs a tool before the question can be answered.</summary>
    public bool NeedsTool => Steps.Any(step => step.Speaker == 'T');

    public DemoTemplate SummaryResolved { get; } = new(text.SummaryResolved);
    public DemoTemplate SummaryUnresolved { get; } = new(text.SummaryUnresolved);
}

/// <summary>One line: <see cref="Speaker"/> U, A, T or I; tools have a name, arguments and a result, both JSON.</summary>
internal sealed record DemoLine(char Speaker, DemoTemplate Text, string? Tool = null, DemoTemplate? Result = null)
{
    public static DemoLine[] ParseAll(string[] lines) => [.. lines.Select(Parse)];

    private static DemoLine Parse(string line)
    {
        var text = line[3..];
        if (line[0] != 'T')
            return new DemoLine(line[0], new DemoTemplate(text));
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var arrow = text.IndexOf(" => ", StringComparison.Ordinal);
        return new DemoLine('T', Json(text[(space + 1)..arrow]), text[..space], Json(text[(arrow + 4)..]));
    }

    private static DemoTemplate Json(string text) => new(text.Replace('\'', '"'), gendered: false);
}

internal sealed record DialogueFile(
    Dictionary<string, string[]> Phrases, Dictionary<string, string> Summaries, ScenarioText[] Scenarios);

internal sealed record ScenarioText(
    string Id, string[] For, double Weight, string Title, string About, string[] Steps, string[] Resolved, string[] Unresolved,
    string SummaryResolved, string SummaryUnresolved);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DialogueFile))]
internal sealed partial class DemoJson : JsonSerializerContext;
