using System.Data.Common;

namespace Voicebot.Core.Data;

/// <summary>A connection that stays open from one use to the next, and is opened anew when its server has been away meanwhile.</summary>
internal sealed class KeptConnection(Engine engine) : IDisposable
{
    private PreparedConnection? kept;

    /// <summary>Works on the connection, and where it has been lost, once more on a new one.</summary>
    public T Use<T>(Func<PreparedConnection, T> work)
    {
        if (kept is { } old)
            try
            {
                return work(old);
            }
            catch (DbException exception)
            {
                Dispose();
                if (!engine.IsConnectionLost(exception))
                    throw;
            }
        var begun = new PreparedConnection(engine);
        try
        {
            var result = work(begun);
            kept = begun;
            return result;
        }
        catch
        {
            begun.Dispose();
            throw;
        }
    }

    /// <summary>Works on the connection when there is one.</summary>
    public void IfOpen(Action<PreparedConnection> work)
    {
        if (kept is { } open)
            work(open);
    }

    public void Dispose()
    {
        kept?.Dispose();
        kept = null;
    }
}
