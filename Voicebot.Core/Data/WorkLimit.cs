using System.Data.Common;

namespace Voicebot.Core.Data;

/// <summary>Ends what runs on a connection after so much work, until it is disposed.</summary>
public abstract class WorkLimit : IDisposable
{
    /// <summary>True when the statement stopped for this reason.</summary>
    public abstract bool Explains(DbException exception);

    public abstract void Dispose();
}
