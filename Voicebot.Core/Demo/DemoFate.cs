namespace Voicebot.Core.Demo;

/// <summary>How a conversation went.</summary>
internal enum DemoFate
{
    Resolved,
    Unresolved,
    ToolFailed,
    CutOff,
    Abandoned,
    Silence,
    Abnormal,
    MaxDuration,
    Human,
    HumanByWorkflow,
    HandedToAgent,
    Voicemail,
    NotConnected,
    Quota,
    LlmFailure,
}

internal enum DemoChannel
{
    TwilioInbound,
    SipInbound,
    ExotelInbound,
    SipOutbound,
    WidgetVoice,
    WidgetText,
    WhatsApp,
}

/// <summary>The odds. Rows are in the order of <see cref="DemoFate"/>; figures are relative weights, near percent.</summary>
internal static class DemoOdds
{
    public static DemoChannel Channel(DemoAgent agent, StableRandom random) => agent.Desk switch
    {
        "outbound" => DemoChannel.SipOutbound,
        "support" => (DemoChannel)random.Weighted([71, 26, 3]),
        _ => (DemoChannel)(random.Weighted([46, 20, 34]) + (int)DemoChannel.WidgetVoice),
    };

    public static DemoFate Fate(DemoChannel channel, DemoMood mood, int localHour, StableRandom random)
    {
        var (q, t) = (mood.Quality, mood.Trouble);
        if (mood.Outage != DemoOutage.None && localHour is >= 10 and < 13 && random.Chance(0.85))
            return mood.Outage == DemoOutage.Quota ? DemoFate.Quota : DemoFate.LlmFailure;

        // Resolved, unresolved, tool failed; cut off, abandoned, silence, 1006, max duration;
        // person, person by workflow, other agent; voicemail, not connected, quota, language model.
        ReadOnlySpan<double> usual = channel switch
        {
            DemoChannel.SipOutbound =>
            [
                43 + 7 * q, 12 - 2 * q, 0.8,
                6 - q, 3.6, 1.4, 0, 0.3,
                3.4, 0, 0,
                12.5, 17, 0.1, 0.4,
            ],
            DemoChannel.WidgetVoice =>
            [
                66 + 8 * q, 10 - 3 * q, 2.2,
                6.5 - 2 * q, 4.0, 3.0, 2.6, 0.5,
                0, 0, 1.5,
                0, 0, 0.1, 0.6,
            ],
            DemoChannel.WidgetText =>
            [
                71 + 8 * q, 10 - 3 * q, 2.2,
                8 - 2 * q, 5.0, 0, 1.0, 0,
                0, 0, 1.5,
                0, 0, 0.1, 0.6,
            ],
            DemoChannel.WhatsApp =>
            [
                74 + 7 * q, 10 - 3 * q, 2.0,
                8 - 2 * q, 2.0, 0, 0, 0,
                0, 0, 1.5,
                0, 0, 0.1, 0.5,
            ],
            _ =>
            [
                65 + 8 * q, 9 - 3 * q, 1.8,
                5.4 - 2 * q, 2.8, 2.4, 0, 0.6,
                8.5 - 2 * q, 1.1, 2.4,
                0, 0, 0.1, 0.4,
            ],
        };
        if (t == 0)
            return (DemoFate)random.Weighted(usual);

        // The broken tool: most questions cannot be answered, customers give up or ask for a person.
        Span<double> troubled = stackalloc double[usual.Length];
        usual.CopyTo(troubled);
        troubled[(int)DemoFate.Resolved] *= 1 - 0.62 * t;
        troubled[(int)DemoFate.Unresolved] *= 1 + 0.5 * t;
        troubled[(int)DemoFate.ToolFailed] += 20 * t;
        troubled[(int)DemoFate.CutOff] *= 1 + 1.8 * t;
        troubled[(int)DemoFate.Silence] *= 1 + t;
        troubled[(int)DemoFate.MaxDuration] += channel is DemoChannel.WidgetText or DemoChannel.WhatsApp ? 0 : 5 * t;
        troubled[(int)DemoFate.Human] *= 1 + 0.9 * t;
        troubled[(int)DemoFate.LlmFailure] += 5 * t;
        return (DemoFate)random.Weighted(troubled);
    }

    /// <summary>success, failure or unknown: what the vendor's analysis says of the goal.</summary>
    public static string Verdict(DemoFate fate, StableRandom random)
    {
        var (success, failure) = fate switch
        {
            DemoFate.Resolved => (0.965, 0.01),
            DemoFate.Unresolved => (0.03, 0.88),
            DemoFate.ToolFailed => (0.0, 0.94),
            DemoFate.CutOff => (0.0, 0.72),
            DemoFate.Abandoned => (0.0, 0.30),
            DemoFate.Silence => (0.0, 0.58),
            DemoFate.Abnormal => (0.0, 0.64),
            DemoFate.MaxDuration => (0.0, 0.93),
            DemoFate.Human or DemoFate.HumanByWorkflow => (0.46, 0.40),
            DemoFate.HandedToAgent => (0.74, 0.22),
            DemoFate.Voicemail => (0.0, 0.40),
            _ => (0.0, 0.0),
        };
        var mark = random.NextDouble();
        return mark < success ? "success" : mark < success + failure ? "failure" : "unknown";
    }

    /// <summary>
    /// Texts as the vendor writes them. A telephone user who hangs up after a good call is ordinary; the same text after a bad one is a
    /// drop-out.
    /// </summary>
    public static string Termination(DemoFate fate, DemoChannel channel, StableRandom random)
    {
        var leaves = channel switch
        {
            DemoChannel.WhatsApp => "",
            DemoChannel.WidgetVoice or DemoChannel.WidgetText =>
                random.Chance(0.8) ? "Client disconnected: 1000" : "Client disconnected: 1005",
            _ => "Call ended by remote party",
        };
        return fate switch
        {
            DemoFate.Resolved or DemoFate.HandedToAgent => random.Chance(0.55) ? EndCall : leaves,
            DemoFate.Unresolved or DemoFate.ToolFailed => random.Chance(0.7) ? EndCall : leaves,
            DemoFate.Voicemail => random.Chance(0.6) ? EndCall : "Voicemail detected",
            DemoFate.Silence => "Conversation ended after 30 seconds of silence",
            DemoFate.Abnormal => "Client disconnected: 1006",
            DemoFate.MaxDuration => "Conversation has exceeded maximum duration",
            DemoFate.Quota => "This request exceeds your quota limit.",
            DemoFate.LlmFailure => "custom_llm generation failed",
            DemoFate.NotConnected => "",
            DemoFate.HumanByWorkflow => random.Chance(0.5) ? "" : leaves,
            _ => leaves,
        };
    }

    public const string EndCall = "end_call tool was called.";
}
