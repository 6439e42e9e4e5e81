using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Keeps this program's requests at the vendor within its share of the budget of all programs on one server's database. An embedded
/// database has one program, whose budget is its own.
/// </summary>
public sealed partial class VendorSharing(Database database, VendorShares shares, ElevenLabsClients clients, ElevenLabsOptions options,
    ILogger<VendorSharing> log) : BackgroundService
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhileShort = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WhileShrinking = TimeSpan.FromMilliseconds(50);

    private readonly string me = RunOwner.New();
    private readonly SemaphoreSlim asked = new(0);
    private long? slowdownsSeen;
    private bool isListed;

    public override void Dispose()
    {
        asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.IsEmbedded)
            return;
        await Task.Yield(); // what follows waits for the server, and the start of the program must not
        var concurrency = clients.Concurrency;
        concurrency.ShareBeginsWith(0, () => asked.Release());
        try
        {
            while (true)
            {
                await asked.WaitAsync(Renew(concurrency), stoppingToken);
                while (asked.Wait(0, CancellationToken.None)) { }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            concurrency.ShareBeginsWith(1, static () => { });
            Leave();
        }
    }

    /// <returns>When to come again, unless asked.</returns>
    private TimeSpan Renew(AdaptiveConcurrency concurrency)
    {
        var demand = concurrency.TakeDemand();
        if (demand is { Wanted: 0, Held: 0, Slowdowns: 0 } && slowdownsSeen is not null && !isListed)
            return Timeout.InfiniteTimeSpan;
        try
        {
            var (places, slowdowns) = shares.Renew(me, demand, options.MaxConcurrency);
            // Whoever has made no request meanwhile has nothing to slow down.
            if (isListed && slowdownsSeen is { } seen && slowdowns > seen + demand.Slowdowns)
                concurrency.OthersThrottled();
            isListed = demand.Wanted > 0 || demand.Held > 0;
            slowdownsSeen = slowdowns;
            concurrency.Share(places);
            return places < demand.Held ? WhileShrinking : places < demand.Wanted ? WhileShort : RenewEvery;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Who cannot ask goes on with the least that is of use; what is read cannot be stored now anyway.
            concurrency.Share(1);
            LogNotShared(ForeignText.Of(exception));
            return RenewEvery;
        }
    }

    private void Leave()
    {
        try
        {
            shares.Leave(me);
        }
        catch (Exception exception)
        {
            LogNotShared(ForeignText.Of(exception)); // it lapses
        }
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The share of requests at ElevenLabs could not be renewed; one at a time is made until it can. {Error}")]
    private partial void LogNotShared(string error);
}
