using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Files;
using Voicebot.Core.Search;
using Voicebot.Core.Synchronization;

namespace Voicebot.Functions.Problems;

/// <summary>The one place where an exception becomes an answer.</summary>
public sealed class ExceptionProblems(ILogger<ExceptionProblems> log)
{
    public Problem Of(Exception exception)
    {
        switch (exception)
        {
            case ProblemException refusal:
                return refusal.Problem;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } large:
                return new Problem(large.StatusCode, "payload_too_large", large.Message);
            case BadHttpRequestException bad:
                return new Problem(bad.StatusCode, "invalid_request", bad.Message) { Errors = [new ParameterError("body", bad.Message)] };
            case OtherRegionException other:
                return Problem.OtherRegion(other.Region);
            case ElevenLabsException vendor:
                return new Problem(StatusCodes.Status502BadGateway, SyncFailure.CodeOf(vendor.Kind), vendor.Message);
            case QueryTooBroadException broad:
                return new Problem(StatusCodes.Status422UnprocessableEntity, "query_too_broad", broad.Message);
            case StorageException when StorageFault.IsLocked(exception):
                log.LogError("The storage is locked. {Error}", ForeignText.Of(exception));
                return new Problem(StatusCodes.Status503ServiceUnavailable, SyncFailure.StorageLocked,
                    "Another program (a database browser, a backup) or a long export holds the database, so that nothing could be "
                    + "stored. Close it there, or wait, then try again.");
            case StorageException when StorageFault.IsUnreachable(exception):
                log.LogError("The database server does not answer. {Error}", ForeignText.Of(exception));
                return new Problem(StatusCodes.Status503ServiceUnavailable, SyncFailure.StorageUnreachable,
                    "The database server does not answer. It is tried again with every request; if it stays away, check that it runs and "
                    + "that VOICEBOT_DATABASE is right.")
                { RetryAfterSeconds = 5 };
            case FilesException files:
                log.LogError("The place of files cannot be used. {Error}", ForeignText.Of(exception));
                return new Problem(StatusCodes.Status503ServiceUnavailable, files.Fault.Code, files.Message) { RetryAfterSeconds = 5 };
            case DatabaseUnusableException or StorageException or IOException or UnauthorizedAccessException:
                log.LogError("The storage failed. {Error}", ForeignText.Of(exception));
                return new Problem(StatusCodes.Status503ServiceUnavailable, "storage_failed",
                    "The database or the data folder cannot be used at the moment. Check its free space and permissions, then try "
                    + "again; the log tells more.");
            default:
                log.LogError("A request failed. {Error}", ForeignText.Of(exception));
                return new Problem(StatusCodes.Status500InternalServerError, "internal_error",
                    "This program made an error; its log tells more. Try again, and report it if it stays.");
        }
    }
}
