using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Telemetry;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>A command that tells how long it took, where somebody listens.</summary>
internal sealed class MeasuredSqliteCommand : SqliteCommand
{
    public override int ExecuteNonQuery()
    {
        var began = MeasuredStatement.Begin();
        try
        {
            return base.ExecuteNonQuery();
        }
        finally
        {
            MeasuredStatement.End(began, isEmbedded: true, CommandText);
        }
    }

    public override object? ExecuteScalar()
    {
        var began = MeasuredStatement.Begin();
        try
        {
            return base.ExecuteScalar();
        }
        finally
        {
            MeasuredStatement.End(began, isEmbedded: true, CommandText);
        }
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        var began = MeasuredStatement.Begin();
        try
        {
            return base.ExecuteDbDataReader(behavior);
        }
        finally
        {
            MeasuredStatement.End(began, isEmbedded: true, CommandText);
        }
    }
}
