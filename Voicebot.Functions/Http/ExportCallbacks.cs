using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Callbacks;
using Voicebot.Core.Settings;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>People who should be called back as a workbook for Excel.</summary>
public sealed class ExportCallbacks(
    VoicebotSettings settings, VoicebotOptions options, CallbackWorkbook workbook, AuditLog audit, TimeProvider clock)
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Function(nameof(ExportCallbacks))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/callbacks/export")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var asked = CallbackReader.Query(query, current);
        var language = ExportParameters.Language.Of(query);
        query.Finish();
        var stop = request.HttpContext.RequestAborted;
        if (!workbook.Any(asked, current.Zone, stop))
            return Problem.NoData("of people to call back").ToResult();
        var name = string.Create(CultureInfo.InvariantCulture,
            $"{language.Choose("To call back", "Do oddzwonienia")}, {current.Zone.Day(clock.GetUtcNow()):yyyy-MM-dd}.xlsx");
        audit.Record(request, AuditActions.Export, name, string.Join(", ", request.Query.Keys.Order(StringComparer.Ordinal)));
        Attachment.Name(request.HttpContext.Response, name);
        // The zip's own small parts are written without waiting; the rows are not.
        if (request.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
            body.AllowSynchronousIO = true;
        var page = PageAddress.Of(request, options);
        return TypedResults.Stream(output =>
            workbook.WriteAsync(output, asked, current.Zone, language, page, current.MaskPhones, stop), MediaType);
    }
}
