namespace Voicebot.Core.Demo;

/// <summary>The clock inside one conversation: how long people speak, think and type.</summary>
internal sealed class DemoPacing
{
    private const double AgentCharactersPerSecond = 15;
    private const double UserCharactersPerSecond = 13;

    private readonly DemoConversation _conversation;
    private readonly double _pace;
    private double _now;
    private bool _begun;

    public DemoPacing(DemoConversation conversation)
    {
        _conversation = conversation;
        var random = conversation.Stream(6);
        // Some people think aloud, look for papers, ask someone in the room: a log-normal pace with a long tail.
        _pace = Math.Exp(0.45 + 0.5 * random.NextNormal()) * (1 + 0.3 * conversation.Mood.Trouble);
    }

    /// <summary>Whole seconds when everything has been said.</summary>
    public int End => (int)Math.Ceiling(_now + 0.6);

    public void Wait(double seconds) => _now += seconds;

    /// <summary>Moves on by one turn and returns the second at which it began.</summary>
    public int Begin(DemoTurn turn, int length, StableRandom random)
    {
        var isTool = turn.Call is not null || turn.Result is not null;
        if (!isTool)
            _now += Pause(turn, random);
        _begun = true;
        var began = (int)_now;
        if (!isTool && !_conversation.IsText)
            _now += length / (turn.IsAgent ? AgentCharactersPerSecond : UserCharactersPerSecond) * (turn.Original is null ? 1 : 0.6);
        return began;
    }

    /// <summary>Moves the turns so that the last begins near the given second.</summary>
    public void StretchTo(List<DemoTurn> turns, int second)
    {
        var factor = second / Math.Max(1.0, turns[^1].Second);
        for (var i = 0; i < turns.Count; i++)
            turns[i] = turns[i] with { Second = (int)(turns[i].Second * factor) };
        _now = second;
    }

    private double Pause(DemoTurn turn, StableRandom random) => (turn.IsAgent, _conversation.Channel) switch
    {
        _ when !_begun => 0,
        (true, _) => random.Between(0.9, 1.9),
        (false, DemoChannel.WhatsApp) => random.Between(6.0, 70.0) * _pace,
        (false, DemoChannel.WidgetText) => random.Between(4.0, 22.0) * _pace,
        // Now and then somebody looks for a number, or asks in the room.
        _ => (random.Chance(0.12) ? random.Between(8.0, 26.0) : random.Between(0.8, 5.4)) * _pace,
    };
}
