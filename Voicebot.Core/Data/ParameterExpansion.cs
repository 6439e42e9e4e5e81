using System.Data.Common;
using Dapper;

namespace Voicebot.Core.Data;

/// <summary>Makes a command that is read without Dapper from Dapper's parameters.</summary>
public static class ParameterExpansion
{
    /// <summary>A list of texts, written <c>IN @name</c>, becomes one parameter per item.</summary>
    public static DbCommand Expand(this PreparedConnection connection, string sql, DynamicParameters parameters)
    {
        var command = connection.CreateCommand();
        foreach (var name in parameters.ParameterNames)
        {
            if (parameters.Get<object?>(name) is not IEnumerable<string> list || parameters.Get<object?>(name) is string)
            {
                command.Add("@" + name, parameters.Get<object?>(name));
                continue;
            }
            var names = new List<string>();
            foreach (var item in list)
            {
                names.Add($"@{name}{names.Count}");
                command.Add(names[^1], item);
            }
            sql = sql.Replace($"IN @{name}", $"IN ({string.Join(", ", names)})", StringComparison.Ordinal);
        }
        command.CommandText = sql;
        return command;
    }

    private static void Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
