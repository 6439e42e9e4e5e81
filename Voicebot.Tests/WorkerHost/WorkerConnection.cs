using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Voicebot.Tests.WorkerHost.Rpc;

namespace Voicebot.Tests.WorkerHost;

/// <summary>The conversation with one worker, in the Functions host's order: init, metadata, load each function, then invoke.</summary>
internal sealed class WorkerConnection(string appFolder)
{
    private const string Version = "4.1037.0"; // of a real host
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StatusResult>> invocations = new();
    private readonly TaskCompletionSource<(Uri Http, IReadOnlyList<LoadedFunction> Functions)> ready =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<LoadedFunction> functions = [];
    private Uri? http;
    private int loaded;

    /// <summary>The worker's own address and its functions, once all are loaded.</summary>
    public Task<(Uri Http, IReadOnlyList<LoadedFunction> Functions)> Ready => ready.Task;

    public async Task RunAsync(IAsyncStreamReader<StreamingMessage> fromWorker, IServerStreamWriter<StreamingMessage> toWorker,
        CancellationToken gone)
    {
        var writing = WriteAsync(toWorker, gone);
        try
        {
            await foreach (var message in fromWorker.ReadAllAsync(gone))
                Take(message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            ready.TrySetException(exception);
        }
        finally
        {
            outgoing.Writer.TryComplete();
            foreach (var waiting in invocations.Values)
                waiting.TrySetException(new IOException("The worker has gone."));
        }
        await writing;
    }

    /// <summary>Ends when the worker has told the end of it.</summary>
    public Task<StatusResult> InvokeAsync(InvocationRequest request)
    {
        var end = invocations[request.InvocationId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new StreamingMessage { InvocationRequest = request });
        return end.Task;
    }

    public void Terminate() =>
        Send(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = new Span { Seconds = 5 } } });

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                var start = new WorkerInitRequest { HostVersion = Version, WorkerDirectory = appFolder, FunctionAppDirectory = appFolder };
                Send(new StreamingMessage { WorkerInitRequest = start });
                break;
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                Expect(message.WorkerInitResponse.Result, "starting");
                http = new Uri(message.WorkerInitResponse.Capabilities["HttpUri"]);
                Send(new StreamingMessage
                {
                    FunctionsMetadataRequest =
                    new FunctionsMetadataRequest { FunctionAppDirectory = appFolder }
                });
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                Expect(message.FunctionMetadataResponse.Result, "describing its functions");
                foreach (var metadata in message.FunctionMetadataResponse.FunctionMetadataResults)
                    Load(metadata);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Expect(message.FunctionLoadResponse.Result, "loading " + message.FunctionLoadResponse.FunctionId);
                if (++loaded == functions.Count)
                    ready.TrySetResult((http!, functions));
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (invocations.TryRemove(message.InvocationResponse.InvocationId, out var end))
                    end.TrySetResult(message.InvocationResponse.Result);
                break;
        }
    }

    private void Load(RpcFunctionMetadata metadata)
    {
        if (metadata.FunctionId.Length == 0)
            metadata.FunctionId = Guid.NewGuid().ToString();
        functions.Add(LoadedFunction.Of(metadata));
        var load = new FunctionLoadRequest { FunctionId = metadata.FunctionId, Metadata = metadata };
        Send(new StreamingMessage { FunctionLoadRequest = load });
    }

    private static void Expect(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
            throw new InvalidOperationException($"The worker failed at {what}: {result.Exception?.Message} {result.Result}");
    }

    private void Send(StreamingMessage message)
    {
        message.RequestId = Guid.NewGuid().ToString();
        outgoing.Writer.TryWrite(message);
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> toWorker, CancellationToken gone)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(gone))
                await toWorker.WriteAsync(message, gone);
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException or IOException)
        {
            // It has gone; who waits for an answer is told by the reader.
        }
    }
}
