using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Divides the requests that all programs on one server's database may have under way at the vendor. Nobody is given what another may
/// still use: a share that shrinks is free for others only when its owner says that it has left it.
/// </summary>
public sealed class VendorShares(Database database)
{
    /// <summary>After so long without being renewed a share is free for others.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(10);

    /// <summary>Tells what is needed, and is told what may be used from now on.</summary>
    /// <param name="all">Requests of all programs together.</param>
    /// <returns>Slowdowns: how often the vendor has asked any program to slow down, ever.</returns>
    public (int Places, long Slowdowns) Renew(string owner, Demand demand, int all) => database.WriteAside(connection =>
    {
        // Locks, and only then looks: a sum made while waiting for the lock would be an old one.
        connection.Run("BEGIN");
        var slowdowns = (long)connection.Scalar(
            "UPDATE vendor_budget SET slowdowns = slowdowns + @more WHERE id = 1 RETURNING slowdowns", ("@more", (long)demand.Slowdowns))!;
        connection.Run($"DELETE FROM vendor_shares WHERE owner = @owner OR NOT ({connection.Dialect.LeaseHolds("renewed_at", LeaseTime)})",
            ("@owner", owner));
        var others = new List<(string Owner, int Wanted, int Places)>();
        using (var rows = connection.Rows("SELECT owner, wanted, places FROM vendor_shares"))
            while (rows.Read())
                others.Add((rows.GetString(0), (int)rows.GetInt64(1), (int)rows.GetInt64(2)));
        var fair = FairShare(owner, demand.Wanted, [.. others.Select(other => (other.Owner, other.Wanted))], all);
        var places = Math.Max(0, Math.Min(fair, all - others.Sum(other => other.Places)));
        if (demand.Wanted > 0 || demand.Held > 0)
            connection.Run($"""
                INSERT INTO vendor_shares (owner, wanted, places, renewed_at)
                VALUES (@owner, @wanted, @places, {connection.Dialect.Now("@now")})
                """, ("@owner", owner), ("@wanted", (long)demand.Wanted), ("@places", (long)Math.Max(places, demand.Held)));
        connection.Run("COMMIT");
        return (places, slowdowns);
    });

    /// <summary>Gives everything back, at the end of the program.</summary>
    public void Leave(string owner) =>
        database.WriteAside(connection => connection.Run("DELETE FROM vendor_shares WHERE owner = @owner", ("@owner", owner)));

    /// <summary>Whoever wants little gets it; what is left is divided evenly among those who want more.</summary>
    public static int FairShare(string owner, int wanted, IReadOnlyCollection<(string Owner, int Wanted)> others, int all)
    {
        var left = all;
        var waiting = others.Count + 1;
        var ascending = others.Append((owner, wanted)).OrderBy(one => one.Item2).ThenBy(one => one.Item1, StringComparer.Ordinal);
        foreach (var (one, wants) in ascending)
        {
            var share = Math.Min(wants, left / waiting);
            if (one == owner)
                return share;
            left -= share;
            waiting--;
        }
        return 0;
    }
}
