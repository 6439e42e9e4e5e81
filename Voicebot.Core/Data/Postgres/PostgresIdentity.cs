using Azure.Core;
using Azure.Identity;
using Npgsql;

namespace Voicebot.Core.Data.Postgres;

/// <summary>
/// Signs in as who this program is at Microsoft Entra ID; apart, so that its libraries are loaded only where they are used.
/// </summary>
internal static class PostgresIdentity
{
    /// <summary>What every Azure Database for PostgreSQL asks its tokens to be for.</summary>
    private static readonly TokenRequestContext Purpose = new(["https://ossrdbms-aad.database.windows.net/.default"]);

    /// <summary>Each new connection gets a token that is good; the credential keeps one until shortly before its end.</summary>
    public static void UseFor(NpgsqlDataSourceBuilder source)
    {
        var credential = new DefaultAzureCredential();
        source.UsePasswordProvider(
            _ => Told(() => credential.GetToken(Purpose, CancellationToken.None).Token),
            async (_, cancellation) => (await credential.GetTokenAsync(Purpose, cancellation)).Token);
    }

    private static string Told(Func<string> token)
    {
        try
        {
            return token();
        }
        catch (AuthenticationFailedException exception)
        {
            throw new NpgsqlException("No token of the app's managed identity is to be had: give the app an identity or, where it has "
                + "several, name the one to use in AZURE_CLIENT_ID.", exception);
        }
    }
}
