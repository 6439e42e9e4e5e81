using Grpc.Core;
using Voicebot.Tests.WorkerHost.Rpc;

namespace Voicebot.Tests.WorkerHost;

/// <summary>The door at which the worker knocks: one stream in each direction for its whole life.</summary>
internal sealed class FunctionRpcService(WorkerConnection connection) : FunctionRpc.FunctionRpcBase
{
    public override Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context) =>
        connection.RunAsync(requestStream, responseStream, context.CancellationToken);
}
