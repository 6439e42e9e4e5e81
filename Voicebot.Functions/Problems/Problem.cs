using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Voicebot.Functions.Problems;

/// <summary>What is wrong with one parameter of a request.</summary>
public sealed record ParameterError(string Parameter, string Message);

/// <summary>A refusal or failure as RFC 9457 problem details, with a stable code that the page translates.</summary>
public sealed record Problem(int Status, string Code, string Detail)
{
    /// <summary>The wrong parameters, where there are any; the first is also given as <c>parameter</c>.</summary>
    public IReadOnlyList<ParameterError> Errors { get; init; } = [];

    /// <summary>What there is instead of an unknown parameter.</summary>
    public IReadOnlyList<string> KnownParameters { get; init; } = [];

    /// <summary>The address of ElevenLabs that takes the key; null in every other problem.</summary>
    public string? KeyRegion { get; init; }

    /// <summary>When it is worth trying again; null where nobody knows.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <param name="known">The parameters that the address has.</param>
    public static Problem UnknownParameters(IReadOnlyList<ParameterError> errors, IEnumerable<string> known) =>
        BadParameters(errors, "unknown_parameter") with { KnownParameters = [.. known.Order(StringComparer.Ordinal)] };

    public static Problem BadParameters(IReadOnlyList<ParameterError> errors, string code = "invalid_parameter") =>
        new(StatusCodes.Status400BadRequest, code, string.Join(" ", errors.Select(error => error.Message))) { Errors = errors };

    /// <param name="region">The address that takes the key.</param>
    public static Problem OtherRegion(Uri region)
    {
        var address = region.GetLeftPart(UriPartial.Authority);
        var detail = $"This key works at {address}, not in the region that is chosen. Choose that one as 'base_url'; nothing was stored.";
        return new(StatusCodes.Status400BadRequest, "elevenlabs_other_region", detail)
        {
            Errors = [new ParameterError("base_url", detail)],
            KeyRegion = address,
        };
    }

    public static Problem NotConfigured { get; } = new(StatusCodes.Status400BadRequest, "not_configured",
        "There is no ElevenLabs API key or no agent yet. Enter both in the settings first.");

    public static Problem NoData(string what) =>
        new(StatusCodes.Status404NotFound, "no_data",
            $"There are no conversations {what}. Choose another period or other filters, or synchronise first.");

    public static Problem NotFound(string what) => new(StatusCodes.Status404NotFound, "not_found", what);

    public static Problem TooLarge(long maxBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, "payload_too_large", $"The body is larger than {maxBytes / 1024} KB.");

    public static Problem UnsupportedContentType { get; } =
        new(StatusCodes.Status415UnsupportedMediaType, "unsupported_content_type",
            "The body must be sent with 'Content-Type: application/json'.")
        {
            Errors = [new ParameterError("Content-Type", "The body must be sent with 'Content-Type: application/json'.")],
        };

    public static Problem MethodNotAllowed(string method, IReadOnlyCollection<string> allowed) =>
        new(StatusCodes.Status405MethodNotAllowed, "method_not_allowed",
            $"{method} is not possible here; use {string.Join(", ", allowed)}.");

    public ProblemHttpResult ToResult()
    {
        var extensions = new Dictionary<string, object?> { ["code"] = Code };
        if (Errors.Count > 0)
        {
            extensions["parameter"] = Errors[0].Parameter;
            extensions["errors"] =
                Errors.Select(error =>
                    new Dictionary<string, string> { ["parameter"] = error.Parameter, ["message"] = error.Message }).ToList();
        }
        if (KnownParameters.Count > 0)
            extensions["known_parameters"] = KnownParameters;
        if (KeyRegion is not null)
            extensions["key_region"] = KeyRegion;
        return TypedResults.Problem(
            Detail,
            statusCode: Status,
            // the one that the framework does not know
            type: Status == StatusCodes.Status429TooManyRequests ? "https://tools.ietf.org/html/rfc6585#section-4" : null,
            extensions: extensions);
    }
}

/// <summary>Ends a request with a problem.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem => problem;
}
