namespace Voicebot.Core.Demo;

/// <summary>Plays one conversation: strings together the greeting, the scenario and the end that its fate asks for.</summary>
internal sealed class DemoScript(DemoConversation conversation, StableRandom words)
{
    private const int MaxDurationSeconds = 600;

    private readonly DemoPacing _pacing = new(conversation);
    private readonly List<DemoTurn> _turns = [];
    private DemoAgent _speaker = conversation.Agent;
    private int _requests;

    public List<DemoTurn> Turns => _turns;
    public int DurationSeconds { get; private set; }

    public void Play()
    {
        var scenario = conversation.Scenario;
        var texts = conversation.Texts;
        if (conversation.Fate == DemoFate.NotConnected)
            return;
        if (conversation.Fate != DemoFate.Voicemail)
            Greet();
        switch (conversation.Fate)
        {
            case DemoFate.Abandoned:
                // On WhatsApp nothing exists before the user has written.
                if (conversation.Channel == DemoChannel.WhatsApp)
                    Speak(scenario.Steps[..1]);
                break;
            case DemoFate.Voicemail:
                Speak(texts.Phrase("voicemail")[..1]);
                UseSystemTool("voicemail_detection", """{"reason":"Voicemail greeting"}""", DemoSystemResults.Voicemail);
                Speak(texts.Phrase("voicemail")[1..]);
                break;
            case DemoFate.Resolved:
                Speak(scenario.Steps);
                Speak(scenario.Resolved);
                if (conversation.Agent.Desk != "outbound" && words.Chance(0.14))
                    AskSomethingElse();
                if (words.Chance(0.6))
                    Continue(texts.Phrase("farewell"));
                break;
            case DemoFate.Unresolved:
                Speak(scenario.Steps);
                Speak(scenario.Unresolved);
                break;
            case DemoFate.ToolFailed:
                PlayToolFailure();
                break;
            case DemoFate.MaxDuration:
                Speak(scenario.Steps);
                Speak(scenario.Unresolved);
                Continue(texts.Phrase("loop"));
                Continue(texts.Phrase("loop"));
                _pacing.StretchTo(_turns, MaxDurationSeconds - words.Between(2, 9));
                break;
            case DemoFate.Human:
                Speak(Part(0.4, 0.9, endsWithAgent: true));
                Continue(texts.Phrase("human"));
                TransferToNumber();
                break;
            case DemoFate.HumanByWorkflow:
                Speak(Part(0.5, 1, endsWithAgent: true));
                Continue(texts.Phrase("human"));
                TransferByWorkflow();
                break;
            case DemoFate.HandedToAgent:
                Speak(scenario.Steps[..1]);
                Speak(texts.Phrase("handover"));
                HandOver();
                Speak(texts.Phrase("handover_start"));
                Speak(scenario.Steps[1..]);
                Speak(conversation.Verdict == "success" ? scenario.Resolved : scenario.Unresolved);
                break;
            case DemoFate.Silence:
                Speak(Part(0.2, 0.8));
                _pacing.Wait(words.Between(12, 20));
                Speak(texts.Phrase("silence"));
                _pacing.Wait(words.Between(8, 12));
                break;
            default:
                Speak(Part(0.2, 0.9));
                if (conversation.Fate == DemoFate.CutOff && words.Chance(0.45))
                    BargeIntoLast();
                break;
        }
        if (conversation.Termination == DemoOdds.EndCall)
            UseSystemTool("end_call", """{"reason":"Conversation completed","message":""}""", DemoSystemResults.EndCall);
        DurationSeconds = conversation.Fate == DemoFate.MaxDuration ? MaxDurationSeconds : Math.Max(1, _pacing.End);
    }

    private void Greet()
    {
        var greeting = conversation.Texts.Phrase("greeting_" + conversation.Agent.Desk);
        // On WhatsApp the user writes first, and nobody greets a dropped call twice.
        if (conversation.Channel == DemoChannel.WhatsApp)
            return;
        Speak(conversation is { Fate: DemoFate.Abandoned, Agent.Desk: "outbound" } ? greeting[..2] : greeting);
    }

    private void PlayToolFailure()
    {
        var steps = conversation.Scenario.Steps;
        var tool = Array.FindIndex(steps, s => s.Speaker == 'T');
        Speak(steps[..tool]);
        var tries = conversation.Mood.Trouble > 0 ? words.Between(2, 3) : 2;
        for (var i = 0; i < tries; i++)
        {
            UseTool(steps[tool], fails: true);
            if (i < tries - 1)
                Speak(conversation.Texts.Phrase("tool_trouble"));
        }
        Speak(conversation.Texts.Phrase("tool_failed"));
    }

    private void AskSomethingElse()
    {
        var other = conversation.Texts.PickScenario(conversation.Agent.Desk, words);
        if (other == conversation.Scenario)
            return;
        Continue(conversation.Texts.Phrase("another"));
        Speak(other.Steps);
        Speak(other.Resolved);
    }

    /// <summary>The first lines of the scenario, at least one and never ending with a bare tool call.</summary>
    private DemoLine[] Part(double least, double most, bool endsWithAgent = false)
    {
        var steps = conversation.Scenario.Steps;
        var count = Math.Clamp((int)Math.Round(steps.Length * words.Between(least, most)), 1, steps.Length);
        while (count > 1 && (steps[count - 1].Speaker == 'T' || (endsWithAgent && steps[count - 1].Speaker != 'A')))
            count--;
        return steps[..count];
    }

    /// <summary>Leaves the user's first line out when the user has just spoken.</summary>
    private void Continue(ReadOnlySpan<DemoLine> lines) =>
        Speak(lines[0].Speaker == 'U' && _turns is [.., { IsAgent: false }] ? lines[1..] : lines);

    private void Speak(ReadOnlySpan<DemoLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Speaker == 'T')
            {
                var fails = words.Chance(conversation.Mood.Trouble > 0 ? 0.30 * conversation.Mood.Trouble : 0.025);
                UseTool(line, fails);
                if (fails)
                {
                    Speak(conversation.Texts.Phrase("tool_trouble"));
                    UseTool(line, fails: false);
                }
                continue;
            }
            if (line.Speaker == 'I')
            {
                Add(new DemoTurn { IsAgent = false, Medium = "image", FileName = conversation.Slots.Fill(line.Text, words) }, 1);
                continue;
            }
            var message = conversation.Slots.Fill(line.Text, words);
            if (line.Speaker == 'U')
                User(message);
            else
                Agent(message);
            if (line.Speaker == 'A' && conversation is { Channel: DemoChannel.WhatsApp, Scenario.IsVisible: true } && _turns.Count == 2
                && words.Chance(0.6))
                Speak(conversation.Texts.Phrase("image"));
        }
    }

    private void User(string message) =>
        Add(new DemoTurn { IsAgent = false, Message = message, Medium = conversation.IsText ? "text" : "audio" }, message.Length);

    private void Agent(string message)
    {
        var interrupted = !conversation.IsText && message.Length > 60 && words.Chance(0.05 + 0.05 * conversation.Mood.Trouble);
        Add(new DemoTurn
        {
            IsAgent = true,
            Speaker = _speaker,
            Message = interrupted ? CutAtWord(message) : message,
            Original = interrupted ? message : null,
            UsedKnowledge = _turns.Count > 2 && words.Chance(0.12),
        }, message.Length);
        if (!conversation.IsText && !interrupted && message.Length > 70 && words.Chance(0.06))
        {
            var noise = words.Pick(conversation.Texts.Plain["backchannel"]);
            Add(new DemoTurn { IsAgent = false, Message = noise, Medium = "audio", Backchannel = true }, 2);
        }
    }

    private void BargeIntoLast()
    {
        if (_turns[^1] is { IsAgent: true, Message: { Length: > 30 } message, Original: null } last)
            _turns[^1] = last with { Message = CutAtWord(message), Original = message };
    }

    private static string CutAtWord(string message)
    {
        var space = message.LastIndexOf(' ', message.Length * 3 / 5);
        return space > 0 ? message[..space] : message;
    }

    private void UseTool(DemoLine line, bool fails)
    {
        var slow = conversation.Mood.Trouble > 0;
        var seconds = !fails ? words.Between(0.25, slow ? 4.5 : 1.4) : slow ? words.Between(8.0, 20.0) : words.Between(5.0, 5.02);
        var latency = Math.Round(seconds, 3);
        Use(new DemoToolUse(
            NextRequest(), DemoCompany.Tools[line.Tool!], conversation.Slots.Fill(line.Text, words),
            fails ? "upstream timed out" : conversation.Slots.Fill(line.Result!, words), latency, fails ? "timeout" : ""));
    }

    private void TransferToNumber()
    {
        var reason = conversation.IsEnglish ? "The customer asks for a consultant" : "Klient prosi o konsultanta";
        var arguments = $$"""{"transfer_number":"{{DemoCompany.ConsultantNumber}}","reason":"{{reason}}"}""";
        if (words.Chance(0.06))
        {
            UseSystemTool("transfer_to_number", arguments, DemoSystemResults.TransferRefused, "transfer_failed");
            Speak(conversation.Texts.Phrase("tool_failed"));
            return;
        }
        UseSystemTool("transfer_to_number", arguments, DemoSystemResults.TransferToNumber(conversation, reason));
    }

    /// <summary>
    /// The workflow's telephone node: the transfer is nested in a workflow result, and only features_usage tells it plainly.
    /// </summary>
    private void TransferByWorkflow()
    {
        var request = NextRequest();
        var tool = new DemoTool("notify_condition_1_met", "system", null);
        Use(new DemoToolUse(
            request, tool, "{}", "", 0.94, SystemResult: DemoSystemResults.WorkflowTransfer(request), ResultKind: "workflow"));
    }

    private void HandOver()
    {
        var target = _speaker == DemoCompany.Payments ? DemoCompany.Support : DemoCompany.Payments;
        UseSystemTool("transfer_to_agent", """{"agent_number":0,"reason":"billing"}""",
DemoSystemResults.TransferToAgent(_speaker, target));
        _speaker = target;
    }

    private void UseSystemTool(string name, string arguments, string result, string error = "") =>
        Use(new DemoToolUse(NextRequest(), DemoCompany.Tools[name], arguments, result, 0.2, error, SystemResult: result,
            ResultKind: "system"));

    private void Use(DemoToolUse use)
    {
        Add(new DemoTurn { IsAgent = true, Speaker = _speaker, Call = use }, 0);
        _pacing.Wait(use.LatencySeconds);
        Add(new DemoTurn { IsAgent = true, Speaker = _speaker, Result = use }, 0);
    }

    private string NextRequest() => $"toolu_{conversation.Key.Packed:x}_{++_requests}";

    private void Add(DemoTurn turn, int length) =>
        _turns.Add(turn with { Second = _pacing.Begin(turn, length, words) });
}
