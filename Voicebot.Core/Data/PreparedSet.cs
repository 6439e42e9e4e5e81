namespace Voicebot.Core.Data;

/// <summary>A statement over rows, kept prepared.</summary>
public abstract class PreparedSet : IDisposable
{
    /// <summary>Where the rows stand in the text of a statement.</summary>
    public const string Rows = "@rows";

    public abstract void Run(RowSet rows);

    public abstract void Dispose();
}
