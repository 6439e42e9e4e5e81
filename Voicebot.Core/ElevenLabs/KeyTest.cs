namespace Voicebot.Core.ElevenLabs;

/// <summary>The key is good, but belongs to another region than the one that was asked.</summary>
public sealed class OtherRegionException(Uri region) : Exception($"The key belongs to another region of ElevenLabs: {region.Host}.")
{
    /// <summary>The address that takes the key.</summary>
    public Uri Region => region;
}

/// <summary>
/// Asks ElevenLabs whether it takes a key, and where it does not, whether another region would: each region has keys of its own.
/// </summary>
public sealed class KeyTest(ElevenLabsClients clients)
{
    /// <summary>All agents that the key can see.</summary>
    /// <param name="isRegionChosen">False where the address is fixed, so that no other could be chosen: no other is asked then.</param>
    /// <exception cref="OtherRegionException">A key of another region.</exception>
    /// <exception cref="ElevenLabsException">Any other refusal.</exception>
    public async Task<IReadOnlyList<VendorAgent>> ListAgentsAsync(ElevenLabsConnection connection, bool isRegionChosen,
        CancellationToken cancellation)
    {
        try
        {
            return await clients.For(connection).ListAgentsAsync(cancellation);
        }
        catch (ElevenLabsException exception)
            when (exception.Kind == ElevenLabsErrorKind.KeyRefused && isRegionChosen && ElevenLabsHosts.IsVendor(connection.BaseUrl))
        {
            if (await RegionOfAsync(connection, cancellation) is { } region)
                throw new OtherRegionException(region);
            throw;
        }
    }

    /// <summary>Only the vendor's own addresses are asked, all at once, each a single time.</summary>
    private async Task<Uri?> RegionOfAsync(ElevenLabsConnection connection, CancellationToken cancellation)
    {
        var others = ElevenLabsHosts.Known.Select(known => new Uri(known)).Where(known => known != connection.BaseUrl).ToList();
        var knows = await Task.WhenAll(
            others.Select(other => clients.For(connection with { BaseUrl = other }).KnowsKeyAsync(cancellation)));
        return others.Zip(knows).FirstOrDefault(one => one.Second).First;
    }
}
