using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.OpenApi;
using Voicebot.Functions.Requests;

namespace Voicebot.Functions.Http;

/// <summary>The description of this API, for programs.</summary>
public sealed class GetOpenApi
{
    private static readonly Lazy<JsonAnswer> Description =
        new(() => new JsonAnswer(Encoding.UTF8.GetBytes(OpenApiDocument.Json.ToJsonString())));

    [Function(nameof(GetOpenApi))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        return Description.Value;
    }
}
