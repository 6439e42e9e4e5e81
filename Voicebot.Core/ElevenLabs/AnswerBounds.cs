namespace Voicebot.Core.ElevenLabs;

/// <summary>How much of an answer is read, and how much of that is kept.</summary>
/// <param name="Most">Bytes unpacked; a larger answer is not read.</param>
/// <param name="KeptWhole">Bytes; of a larger answer everything but the transcript is kept (see <see cref="LargeDetail"/>).</param>
/// <param name="Room">Waited for with the size in bytes of a large document, before its copies are made.</param>
internal sealed record AnswerBounds(long Most, long KeptWhole = long.MaxValue, Func<long, CancellationToken, Task>? Room = null)
{
    /// <summary>A page of a list, and any other answer but a detail. Real ones are under 1 MB.</summary>
    public static AnswerBounds Page { get; } = new(32L * 1024 * 1024);

    /// <summary>The details of one conversation.</summary>
    public static AnswerBounds Detail { get; } = new(64L * 1024 * 1024, LargeDetail.KeptBytes);
}
