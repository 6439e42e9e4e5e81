using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Callbacks;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Marks people of the call-back list; the answer holds what leads back.</summary>
public sealed class ChangeCallbacks(VoicebotSettings settings, CallbackStore callbacks, TimeProvider clock)
{
    [Function(nameof(ChangeCallbacks))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/callbacks")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var changes = CallbackReader.Changes(await BodyReader.ReadAsync(request), clock.GetUtcNow());
        var current = settings.Current;
        var caller = Caller.Of(request.HttpContext);
        var changed = callbacks.Change(changes, current.CallbackPauseHours, current.Zone, caller.RoleText, caller.Name);
        // What is stored is stored, whether or not anybody waits for the counts.
        var counts = callbacks.Count(CallbackReader.Everybody(current), current.Zone, CancellationToken.None);
        return ApiJson.Ok(CallbackChangesResponse.Of(counts, changed, current));
    }
}
