using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Voicebot.Tests.Support;

/// <summary>
/// A clock that can be put back, as people and time servers do; timers that were set go on waiting as long as they were told to.
/// </summary>
internal sealed class SettableClock(string iso) : FakeTimeProvider(DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture))
{
    private long ticksBack;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(-Interlocked.Read(ref ticksBack));

    public void SetBack(string to) =>
        Interlocked.Exchange(ref ticksBack, (base.GetUtcNow() - DateTimeOffset.Parse(to, CultureInfo.InvariantCulture)).Ticks);
}
