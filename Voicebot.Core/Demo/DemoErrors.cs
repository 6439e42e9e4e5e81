using System.Net;
using System.Text;
using System.Text.Json;

namespace Voicebot.Core.Demo;

/// <summary>The vendor's error bodies: one key, <c>detail</c>, an object, or an array for 422.</summary>
internal static class DemoErrors
{
    public static HttpResponseMessage KeyMissing() =>
        Refuse(HttpStatusCode.Unauthorized, "authentication_error", "unauthorized", "needs_authorization",
            "Neither authorization header nor xi-api-key received, please provide one.");

    public static HttpResponseMessage KeyWrong() =>
        Refuse(HttpStatusCode.Unauthorized, "authentication_error", "unauthorized", "invalid_api_key", "Invalid API key");

    public static HttpResponseMessage ConversationUnknown() =>
        Refuse(HttpStatusCode.NotFound, "not_found", "conversation_not_found", "conversation_history_not_found", "Conversation not found");

    public static HttpResponseMessage RecordingUnknown() =>
        Refuse(HttpStatusCode.NotFound, "not_found", "audio_not_found", "audio_not_found", "No audio was recorded for this conversation.");

    public static HttpResponseMessage AgentUnknown(string id) =>
        Refuse(HttpStatusCode.NotFound, "not_found", "agent_not_found", "agent_not_found", $"Document with id {id} not found.");

    public static HttpResponseMessage CursorWrong() =>
        Refuse(HttpStatusCode.BadRequest, "invalid_request", "bad_request", "invalid_cursor", "The cursor is not valid.");

    public static HttpResponseMessage NoSuchRoute() => Answer(HttpStatusCode.NotFound, """{"detail":"Not Found"}""");

    public static HttpResponseMessage Invalid(string parameter, string type, string message) =>
        Answer(HttpStatusCode.UnprocessableEntity,
            $$"""{"detail":[{"type":"{{type}}","loc":["query","{{parameter}}"],"msg":"{{message}}"}]}""");

    private static HttpResponseMessage Refuse(HttpStatusCode http, string type, string code, string status, string message) =>
        Answer(http, $$$"""
            {"detail":{"type":"{{{type}}}","code":"{{{code}}}","message":"{{{JsonEncodedText.Encode(message)}}}",
             "status":"{{{status}}}","request_id":"00000000000000000000000000000{{{(int)http}}}"}}
            """);

    private static HttpResponseMessage Answer(HttpStatusCode http, string body) =>
        new(http) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
