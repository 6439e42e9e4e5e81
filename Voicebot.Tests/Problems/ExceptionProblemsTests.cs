using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Functions.Problems;

namespace Voicebot.Tests.Problems;

public sealed class ExceptionProblemsTests
{
    private readonly ExceptionProblems problems = new(NullLogger<ExceptionProblems>.Instance);

    public static TheoryData<Exception, int, string> Exceptions => new()
    {
        { new ProblemException(Problem.NotConfigured), 400, "not_configured" },
        { new ProblemException(Problem.NoData("in 2026-11")), 404, "no_data" },
        { new BadHttpRequestException("Request body too large.", 413), 413, "payload_too_large" },
        { new BadHttpRequestException("Unexpected end of request content.", 400), 400, "invalid_request" },
        { new BadHttpRequestException("Reading the request body timed out.", 408), 408, "invalid_request" },
        { new ElevenLabsException(ElevenLabsErrorKind.KeyRefused, "The key was refused."), 502, "elevenlabs_key_refused" },
        { new ElevenLabsException(ElevenLabsErrorKind.PermissionMissing, "x"), 502, "elevenlabs_permission_missing" },
        { new ElevenLabsException(ElevenLabsErrorKind.Quota, "x"), 502, "elevenlabs_quota" },
        { new ElevenLabsException(ElevenLabsErrorKind.RateLimited, "x"), 502, "elevenlabs_rate_limited" },
        { new ElevenLabsException(ElevenLabsErrorKind.Unavailable, "x"), 502, "elevenlabs_unavailable" },
        { new ElevenLabsException(ElevenLabsErrorKind.Network, "x"), 502, "elevenlabs_network" },
        { new ElevenLabsException(ElevenLabsErrorKind.Certificate, "x"), 502, "elevenlabs_certificate" },
        { new ElevenLabsException(ElevenLabsErrorKind.TooLarge, "x"), 502, "elevenlabs_too_large" },
        { new ElevenLabsException(ElevenLabsErrorKind.Malformed, "x"), 502, "elevenlabs_unexpected" },
        { new ElevenLabsException(ElevenLabsErrorKind.Invalid, "x"), 502, "elevenlabs_unexpected" },
        { new ElevenLabsException(ElevenLabsErrorKind.NotFound, "x"), 502, "elevenlabs_unexpected" },
        { new StorageException(StorageFailure.Other, "disk I/O error"), 503, "storage_failed" },
        { new StorageException(StorageFailure.Locked, "database is locked"), 503, "storage_locked" },
        { new StorageException(StorageFailure.Unreachable, "connection refused"), 503, "storage_unreachable" },
        { new DatabaseUnusableException("x"), 503, "storage_failed" },
        { new IOException("No space left on device"), 503, "storage_failed" },
        { new UnauthorizedAccessException("Access to the path is denied."), 503, "storage_failed" },
        { new InvalidOperationException("secret inner text"), 500, "internal_error" },
        { new OperationCanceledException(), 500, "internal_error" },
    };

    [Theory]
    [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
    public void Of_Exception_GivesStatusAndCode(Exception exception, int status, string code)
    {
        var problem = problems.Of(exception);

        Assert.Equal((status, code), (problem.Status, problem.Code));
        Assert.NotEmpty(problem.Detail);
    }

    [Fact]
    public void Of_OurOwnError_TellsNothingOfItsText()
    {
        var problem = problems.Of(new InvalidOperationException("secret inner text"));

        Assert.DoesNotContain("secret", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ErrorOfTheVendor_KeepsItsAdvice() =>
        Assert.Equal("The key was refused.",
            problems.Of(new ElevenLabsException(ElevenLabsErrorKind.KeyRefused, "The key was refused.")).Detail);
}
