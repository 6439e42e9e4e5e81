using Microsoft.Extensions.Logging;
using Voicebot.Core.Agents;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Learns what people call the tags: conversations have their ids only. Nothing depends on it, so it asks when a title is missing, and
/// each night, at most once an hour; an account without tags says so once.
/// </summary>
public sealed partial class TagNaming(Database database, VoicebotSettings settings, ElevenLabsClients clients, TimeProvider clock,
    ILogger<TagNaming> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private long lastAsked; // ticks of UTC
    private string? lastSaid;

    /// <param name="again">Also when no title is missing: titles change.</param>
    public async Task LearnAsync(bool again, CancellationToken cancellation)
    {
        if (settings.Current.Connection is not { } connection || !database.Read(read => IsAsked(read, again)) || !Claim())
            return;
        try
        {
            var tags = await clients.For(connection).ListTagsAsync(cancellation);
            database.Write(write => TagNameStore.Save(write, tags.Select(tag => (tag.Id, Agent.Foreign(tag.Title)!))));
            lastSaid = null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // the program stops; another run asks again
        }
        catch (Exception exception)
        {
            var reason = ForeignText.Clean(exception.Message);
            if (Interlocked.Exchange(ref lastSaid, reason) != reason)
                LogNotLearned(reason);
        }
    }

    private static bool IsAsked(PreparedConnection connection, bool again) =>
        again ? TagNameStore.IsAnyCounted(connection) : TagNameStore.IsAnyMissing(connection);

    /// <summary>One question at a time, and not again soon.</summary>
    private bool Claim()
    {
        var (now, last) = (clock.GetUtcNow().Ticks, Interlocked.Read(ref lastAsked));
        return TimeSpan.FromTicks(now - last).Duration() >= Pause && Interlocked.CompareExchange(ref lastAsked, now, last) == last;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The titles of the tags are not known, their ids are shown instead: {Reason}")]
    private partial void LogNotLearned(string reason);
}
