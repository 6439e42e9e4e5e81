namespace Voicebot.Core.Demo;

/// <summary>
/// Everything that was drawn for one conversation; the list row and the detail are two views of it.
/// Nothing here depends on the present: how much of it the API already tells is <see cref="DemoStage"/>.
/// </summary>
internal sealed class DemoConversation
{
    public DemoConversation(DemoKey key, long startUnix)
    {
        Key = key;
        Id = DemoConversationId.Write(key);
        Agent = DemoCompany.Agents[key.Agent];
        StartUnix = startUnix;
        var day = DateOnly.FromDayNumber(key.Day);
        Mood = DemoMood.Of(day);

        // Separate streams: one more draw in the wording must not change what happened.
        var facts = Stream(1);
        Channel = DemoOdds.Channel(Agent, facts);
        IsEnglish = facts.Chance(Agent.EnglishShare);
        Fate = DemoOdds.Fate(Channel, Mood, DemoCalendar.LocalTime(startUnix).Hour, facts);
        Verdict = DemoOdds.Verdict(Fate, facts);
        Termination = DemoOdds.Termination(Fate, Channel, facts);
        Withheld = Channel <= DemoChannel.ExotelInbound && facts.Chance(0.04);
        OlderPayload = facts.Chance(0.04);
        LacksSummary = facts.Chance(0.02);

        var words = Stream(2);
        Texts = IsEnglish ? DemoDialogues.English : DemoDialogues.Polish;
        Slots = new DemoSlots(day, IsEnglish, words);
        do
            Scenario = Texts.PickScenario(Agent.Desk, words);
        while (!Suits(Scenario));
        Slots[DemoSlot.About] = Slots.Fill(Scenario.About, words);

        var script = new DemoScript(this, words);
        script.Play();
        var turns = script.Turns;
        Turns = turns;
        DurationSeconds = script.DurationSeconds;
        Title = Slots.Fill(Scenario.Title, words);
        Summary = SummaryOf(words);
        MessageCount = Turns.Count(t => t.Message is not null);
        ToolNames = [.. Turns.Where(t => t.Call is not null).Select(t => t.Call!.Tool.Name).Distinct()];
        Feedback = DemoFeedback.Draw(this, Stream(3));
        // A thumb sits on one of the agent's messages.
        if (Feedback.Thumb is { } thumb && turns.FindLastIndex(t => t is { IsAgent: true, Message: not null }) is >= 0 and var last)
            turns[last] = turns[last] with { Thumb = thumb };
        Sentiment = DemoSentiment.Draw(this, Stream(4));
        Cost = DemoCost.Of(this);
        Error = ErrorOf();
    }

    public DemoKey Key { get; }
    public string Id { get; }
    public DemoAgent Agent { get; }
    public long StartUnix { get; }
    public DemoMood Mood { get; }
    public DemoChannel Channel { get; }
    public bool IsEnglish { get; }
    public DemoFate Fate { get; }

    /// <summary>success, failure or unknown.</summary>
    public string Verdict { get; }

    public string Termination { get; }

    /// <summary>The caller suppressed the number.</summary>
    public bool Withheld { get; }

    /// <summary>Written by an older version of the service, which knew no cost in USD.</summary>
    public bool OlderPayload { get; }

    public bool LacksSummary { get; }
    public DemoDialogues Texts { get; }
    public DemoSlots Slots { get; }
    public DemoScenario Scenario { get; }
    public IReadOnlyList<DemoTurn> Turns { get; }
    public int DurationSeconds { get; }
    public string Title { get; }
    public string Summary { get; }
    public int MessageCount { get; }
    public string[] ToolNames { get; }
    public DemoFeedback Feedback { get; }
    public DemoSentiment? Sentiment { get; }
    public DemoCost Cost { get; }

    /// <summary>SIP status or WebSocket close code, and the reason.</summary>
    public (int Code, string Reason)? Error { get; }

    public bool IsFailed => Fate is DemoFate.NotConnected or DemoFate.Quota or DemoFate.LlmFailure;
    public bool IsPhone => Channel <= DemoChannel.SipOutbound;
    public bool IsText => Channel is DemoChannel.WidgetText or DemoChannel.WhatsApp;
    public string? Direction => !IsPhone ? null : Channel == DemoChannel.SipOutbound ? "outbound" : "inbound";
    public string? Language => Turns.Count == 0 ? null : IsEnglish ? "en" : "pl";

    public string Source => Channel switch
    {
        DemoChannel.TwilioInbound => "twilio",
        DemoChannel.ExotelInbound => "exotel",
        DemoChannel.WhatsApp => "whatsapp",
        DemoChannel.WidgetVoice or DemoChannel.WidgetText => "widget",
        _ => "sip_trunk",
    };

    /// <summary>A fresh stream of numbers for one purpose of this conversation, the same every time.</summary>
    public StableRandom Stream(ulong purpose) => new(StableRandom.Mix(Key.Seed + purpose * 0x9E3779B97F4A7C15UL));

    private bool Suits(DemoScenario scenario) => Fate switch
    {
        DemoFate.HandedToAgent => scenario.IsBilling,
        DemoFate.ToolFailed => scenario.NeedsTool,
        _ => true,
    };

    private string SummaryOf(StableRandom words)
    {
        var named = Fate switch
        {
            DemoFate.Resolved => null,
            DemoFate.Unresolved => null,
            DemoFate.Human or DemoFate.HumanByWorkflow => "human",
            DemoFate.HandedToAgent => "handover",
            DemoFate.CutOff or DemoFate.Abnormal => "cut",
            DemoFate.Abandoned => "abandoned",
            DemoFate.Silence => "silence",
            DemoFate.MaxDuration => "max_duration",
            DemoFate.ToolFailed => "tool_failed",
            DemoFate.Voicemail => "voicemail",
            _ => "broken",
        };
        return Slots.Fill(named is not null ? Texts.Summary(named)
            : Fate == DemoFate.Resolved ? Scenario.SummaryResolved : Scenario.SummaryUnresolved, words);
    }

    private (int, string)? ErrorOf() => Fate switch
    {
        DemoFate.Quota => (1002, "This request exceeds your quota limit."),
        DemoFate.LlmFailure => (1011, "custom_llm generation failed"),
        DemoFate.NotConnected => Stream(5).Weighted([52, 42, 6]) switch
        {
            0 => (486, "INVITE failed: sip status: 486: Busy here (SIP 486)"),
            1 => (480, "INVITE failed: sip status: 480: Temporarily unavailable (SIP 480)"),
            _ => (404, "INVITE failed: sip status: 404: Not found (SIP 404)"),
        },
        _ => null,
    };
}
