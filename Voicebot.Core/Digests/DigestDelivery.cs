namespace Voicebot.Core.Digests;

/// <summary>A digest of one period to one person, and what became of it.</summary>
public sealed record DigestDelivery
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";
    /// <summary>The mail server does not take it, or it cannot be sent.</summary>
    public const string GivenUp = "given_up";
    /// <summary>It was missed by days.</summary>
    public const string Skipped = "skipped";

    public long Id { get; init; }
    public long DigestId { get; init; }
    /// <summary>Local days, both inclusive.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required DigestRecipient Recipient { get; init; }
    public required string State { get; init; }
    public int Attempts { get; init; }
    /// <summary>When it is, or was, to be tried; unix seconds.</summary>
    public long DueAt { get; init; }
    /// <summary>What the mail server answered last, or why it was not sent.</summary>
    public string? Answer { get; init; }
    public long ChangedAt { get; init; }
}
