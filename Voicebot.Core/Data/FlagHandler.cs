using System.Data;
using System.Globalization;
using Dapper;

namespace Voicebot.Core.Data;

/// <summary>Flags are stored as 0 and 1, whichever engine, so that they can be summed.</summary>
internal sealed class FlagHandler : SqlMapper.TypeHandler<bool>
{
    public static void Use()
    {
        SqlMapper.RemoveTypeMap(typeof(bool));
        SqlMapper.AddTypeHandler(new FlagHandler());
    }

    public override void SetValue(IDbDataParameter parameter, bool value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = value ? 1L : 0L;
    }

    public override bool Parse(object value) => Convert.ToBoolean(value, CultureInfo.InvariantCulture);
}
