namespace Voicebot.Core.Alerts;

/// <summary>What became of one attempt to send a message.</summary>
/// <param name="IsDelivered">The other side took it.</param>
/// <param name="MayRepeat">It may take it later.</param>
/// <param name="Answer">What it answered, in a few words of ours; fit to be kept and shown.</param>
/// <param name="After">It asks to be left alone for so long.</param>
public sealed record DeliveryOutcome(bool IsDelivered, bool MayRepeat, string Answer, TimeSpan? After = null)
{
    public static DeliveryOutcome Delivered(string answer) => new(true, false, answer);

    public static DeliveryOutcome Later(string answer, TimeSpan? after = null) => new(false, true, answer, after);

    public static DeliveryOutcome Never(string answer) => new(false, false, answer);
}
