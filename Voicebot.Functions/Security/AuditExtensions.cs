using Microsoft.AspNetCore.Http;
using Voicebot.Core.Auditing;

namespace Voicebot.Functions.Security;

/// <summary>Records what the caller of a request does.</summary>
public static class AuditExtensions
{
    public static void Record(this AuditLog audit, HttpRequest request, string action, string? subject = null, string? detail = null)
    {
        if (HttpMethods.IsHead(request.Method))
            return; // nothing leaves but headers
        var caller = Caller.Of(request.HttpContext);
        audit.Record(caller.RoleText, caller.Name, action, subject, detail);
    }
}
