using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Voicebot.Functions.Security;

/// <summary>
/// Who App Service Authentication has signed in. Its headers mean something only where the platform strips them from foreign
/// requests, so this is asked only when <c>WEBSITE_AUTH_ENABLED</c> is set on Azure.
/// </summary>
public static class PlatformIdentity
{
    private const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";
    private const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";
    private const int MaxNameLength = 200;

    /// <summary>Null when nobody has signed in.</summary>
    public static Caller? Of(HttpRequest request)
    {
        if (request.Headers[PrincipalHeader] is not [{ Length: > 0 } principal] || !IsPrincipal(principal))
            return null;
        var name = request.Headers[NameHeader].ToString();
        return new Caller(Role.Owner, name.Length is > 0 and <= MaxNameLength ? name : null);
    }

    /// <summary>Base64 of a JSON object that names the provider.</summary>
    private static bool IsPrincipal(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return false;
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(bytes, 0, length));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("auth_typ", out var type)
                && type.ValueKind == JsonValueKind.String;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
