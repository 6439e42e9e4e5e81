using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Settings;
using Voicebot.Functions.Demo;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>Goes into the demo or out of it: the program starts again at once, with the other data folder.</summary>
public sealed class SwitchDemo(VoicebotOptions options, DemoSwitch demoSwitch)
{
    private static readonly Problem NotPossible = new(StatusCodes.Status409Conflict, "demo_not_possible",
        "This host cannot start the program again. For the demo run it on your computer: "
            + "dotnet run --project Voicebot.Functions -- --demo");

    [Function(nameof(SwitchDemo))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/demo")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var body = await BodyReader.ReadAsync(request);
        var on = body.Member("on");
        if (on?.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            body.Refuse("on", "must be true for the demo, or false for your own data");
        body.Finish();
        if (!demoSwitch.IsPossibleFor(options))
            return NotPossible.ToResult();
        var wanted = on!.Value.GetBoolean();
        if (wanted == options.Demo)
            return ApiJson.Ok(new DemoResponse("unchanged", wanted));
        demoSwitch.Ask(wanted);
        return ApiJson.Of(new DemoResponse("restarting", wanted), StatusCodes.Status202Accepted);
    }
}
