using Voicebot.Core.Data;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Digests;

/// <summary>Puts down what is to be sent when a digest's time has come, once, however many programs look.</summary>
public sealed class DigestRounds(Database database, VoicebotSettings settings, DigestContents contents, TimeProvider clock)
{
    /// <summary>Looks at every digest once.</summary>
    /// <returns>True when one has just come due whose period the data do not cover: a synchronisation would help.</returns>
    public bool Plan(CancellationToken cancellation)
    {
        var lacksData = false;
        foreach (var digest in database.Read(DigestStore.All, cancellation).Where(digest => digest.Enabled))
        {
            var zone = settings.Current.Zone;
            var now = zone.Local(Now).DateTime;
            var period = DigestPeriod.Last(digest.Period, DateOnly.FromDateTime(now));
            var due = DigestPeriod.DueAt(period, digest.Minute);
            if (now < due || zone.Local(digest.ChangedAt).DateTime >= due
                || database.Read(connection => DigestDeliveryStore.IsPlanned(connection, digest.Id, period), cancellation))
                continue;
            var isLate = now > due + DigestPeriod.Late;
            if (database.Write(connection => DigestDeliveryStore.Plan(connection, digest, period, isLate, Now)) && !isLate)
                lacksData |= !contents.IsComplete(digest, period);
        }
        return lacksData;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
