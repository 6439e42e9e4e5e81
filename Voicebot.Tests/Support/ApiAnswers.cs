using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Voicebot.Tests.Support;

/// <summary>Requests to the API, and what its answers must look like.</summary>
public static class ApiAnswers
{
    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient http, string path, object body) =>
        http.PostAsync(path, JsonContent.Create(body));

    public static Task<HttpResponseMessage> PostTextAsync(this HttpClient http, string path, string body,
        string contentType = "application/json")
    {
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return http.PostAsync(path, content);
    }

    /// <summary>Without a length, as programs that stream send it.</summary>
    public static Task<HttpResponseMessage> PostChunkedAsync(this HttpClient http, string path, string body,
        string contentType = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.TransferEncodingChunked = true;
        return http.SendAsync(request);
    }

    /// <summary>The JSON of a good answer.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, int status = 200)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode == status,
                $"{response.RequestMessage?.RequestUri} answered {(int)response.StatusCode}: {body}");
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            return JsonDocument.Parse(body).RootElement;
        }
    }

    /// <summary>A refusal or failure: problem details with the status, the code and, where one is to blame, the parameter.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, int status, string code,
        string? parameter = null)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode == status,
                $"{response.RequestMessage?.RequestUri} answered {(int)response.StatusCode}: {body}");
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            var problem = JsonDocument.Parse(body).RootElement;
            Assert.Equal(code, problem.Text("code"));
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.Equal(parameter, problem.Text("parameter"));
            Assert.False(string.IsNullOrWhiteSpace(problem.Text("detail")), "A problem needs a helpful detail.");
            return problem;
        }
    }

    public static async Task<JsonElement> GetProblemAsync(this HttpClient http, string path, int status, string code,
        string? parameter = null) =>
        await (await http.GetAsync(path)).ProblemAsync(status, code, parameter);

    /// <summary>The member's text, or null when it is absent or null.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    public static long Whole(this JsonElement json, string name) => json.GetProperty(name).GetInt64();

    public static IReadOnlyList<string?> Texts(this JsonElement array, string name) =>
        [.. array.EnumerateArray().Select(item => item.Text(name))];

    /// <summary>The ids of a conversation list.</summary>
    public static IReadOnlyList<string?> Ids(this JsonElement list) => list.GetProperty("conversations").Texts("conversation_id");
}
