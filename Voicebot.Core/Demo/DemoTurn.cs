namespace Voicebot.Core.Demo;

/// <summary>One entry of a transcript.</summary>
internal sealed record DemoTurn
{
    public required bool IsAgent { get; init; }

    /// <summary>The voicebot that speaks; another one after a hand-over. Null for the user.</summary>
    public DemoAgent? Speaker { get; init; }

    /// <summary>Null for turns that only use a tool, and for images.</summary>
    public string? Message { get; init; }

    /// <summary>Whole seconds from the start.</summary>
    public int Second { get; init; }

    /// <summary>What the agent would have said, had the user not barged in.</summary>
    public string? Original { get; init; }

    public bool Backchannel { get; init; }

    /// <summary>audio, text or image for user turns, null for the agent's.</summary>
    public string? Medium { get; init; }

    public string? FileName { get; init; }
    public bool UsedKnowledge { get; init; }

    /// <summary>like, dislike or null.</summary>
    public string? Thumb { get; init; }

    public DemoToolUse? Call { get; init; }
    public DemoToolUse? Result { get; init; }
}

/// <summary>A call of a tool and what came back, shared by the turn that calls and the turn with the result.</summary>
/// <param name="RequestId">Ties the two turns together.</param>
/// <param name="Tool">Which tool.</param>
/// <param name="Arguments">JSON.</param>
/// <param name="ResultText">result_value: JSON in a string, or the text of an error.</param>
/// <param name="LatencySeconds">Fractional seconds.</param>
/// <param name="ErrorType">Empty when it worked.</param>
/// <param name="SystemResult">JSON of the typed result of a system tool or workflow.</param>
/// <param name="ResultKind">webhook, mcp, system or workflow: the result's type, which a workflow node may differ in.</param>
internal sealed record DemoToolUse(
    string RequestId, DemoTool Tool, string Arguments, string ResultText, double LatencySeconds, string ErrorType = "",
    string? SystemResult = null, string? ResultKind = null);
