using Azure;
using Azure.Identity;
using Azure.Storage.Blobs.Models;

namespace Voicebot.Core.Files;

/// <summary>What the storage's answers mean.</summary>
internal static class ContainerErrors
{
    public static FilesFault Unreachable { get; } = new(FilesFailure.Unreachable,
        "The container of archives and recordings does not answer. Check that its storage account can be reached from here and that "
        + "VOICEBOT_FILES is right; work goes on when it is back.");

    public static FilesFault Public { get; } = new(FilesFailure.Public,
        "The container that VOICEBOT_FILES names can be read by everybody. Set its access level to private, or name another one.");

    public static FilesFault Lost { get; } = new(FilesFailure.Taken,
        "Another instance works on these files, or the turn was lost to it. Try again in a minute.");

    private static readonly FilesFault Refused = new(FilesFailure.Refused,
        "The container of archives and recordings refuses this program. Check the key in VOICEBOT_FILES, or that the app's identity has "
        + "the role Storage Blob Data Contributor there; work goes on when it is let in.");

    private static readonly FilesFault Missing = new(FilesFailure.Refused,
        "The container that VOICEBOT_FILES names is not there and cannot be made. Create it, private, or correct the name; work goes on "
        + "then.");

    private static readonly FilesFault Taken = new(FilesFailure.Taken,
        "Another instance has just written the same file. Try again in a moment.");

    public static bool IsNoBlob(RequestFailedException exception) =>
        exception.Status == 404 && exception.ErrorCode != BlobErrorCode.ContainerNotFound;

    public static bool IsNoContainer(RequestFailedException exception) => exception.ErrorCode == BlobErrorCode.ContainerNotFound;

    /// <summary>Somebody else holds a lease, or a condition about the state before is not met any more.</summary>
    public static bool IsConflict(RequestFailedException exception) =>
        exception.Status is 409 or 412 || exception.ErrorCode == BlobErrorCode.InvalidBlockList;

    /// <summary>Null when it is an error of this program.</summary>
    public static FilesFault? FaultOf(Exception exception) => exception switch
    {
        RequestFailedException failed when IsNoContainer(failed) => Missing,
        RequestFailedException { ErrorCode: "ContainerBeingDeleted" or "AccountIsDisabled" } => Missing,
        RequestFailedException { Status: 401 or 403 } => Refused,
        RequestFailedException failed when IsConflict(failed) => Taken,
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => Unreachable,
        AuthenticationFailedException => Refused,
        AggregateException several => several.InnerExceptions.Select(FaultOf).FirstOrDefault(fault => fault is not null),
        OperationCanceledException or TimeoutException or IOException or HttpRequestException => Unreachable,
        _ => null,
    };
}
