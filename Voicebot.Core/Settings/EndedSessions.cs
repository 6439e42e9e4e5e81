using Voicebot.Core.Data;

namespace Voicebot.Core.Settings;

/// <summary>Sessions that were ended before their time. Only a valid session can be ended, so that no stranger makes this grow.</summary>
public sealed class EndedSessions(Database database, TimeProvider clock)
{
    // Another program's clock may be behind: there the session would come to life again for as long.
    private const long Play = 3600;

    /// <param name="expires">Unix seconds; after that it need not be remembered.</param>
    public void Add(string id, long expires) => database.Write(connection =>
    {
        connection.Run("DELETE FROM ended_sessions WHERE expires_at <= @now", ("@now", clock.GetUtcNow().ToUnixTimeSeconds() - Play));
        connection.Run("INSERT INTO ended_sessions (id, expires_at) VALUES (@id, @expires) ON CONFLICT (id) DO NOTHING", ("@id", id),
            ("@expires", expires));
    });

    public bool Contains(string id) =>
        database.Read(connection => connection.Scalar("SELECT 1 FROM ended_sessions WHERE id = @id", ("@id", id))) is not null;
}
