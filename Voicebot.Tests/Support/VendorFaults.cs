using System.Text;
using Microsoft.AspNetCore.Http;

namespace Voicebot.Tests.Support;

/// <summary>Answers one request in place of the vendor, given the bytes of the right answer.</summary>
public delegate Task VendorFault(HttpContext http, byte[] right);

/// <summary>What can go wrong on the way to the vendor and back.</summary>
public static class VendorFaults
{
    /// <summary>Nothing goes wrong.</summary>
    public static VendorFault None { get; } = (http, right) => SendAsync(http, right);

    /// <summary>The connection is closed without an answer.</summary>
    public static VendorFault Drop { get; } = (http, _) =>
    {
        http.Abort();
        return Task.CompletedTask;
    };

    /// <summary>The connection breaks after the first half of the body.</summary>
    public static VendorFault ResetInBody { get; } = async (http, right) =>
    {
        http.Response.ContentLength = right.Length;
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(right.AsMemory(0, right.Length / 2));
        await http.Response.Body.FlushAsync();
        http.Abort();
    };

    /// <summary>A complete answer whose JSON ends in the middle.</summary>
    public static VendorFault Truncated { get; } = (http, right) => SendAsync(http, right[..(right.Length / 2)]);

    public static VendorFault Status(int status, string body = "", params (string Name, string Value)[] headers) => (http, _) =>
    {
        http.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            http.Response.Headers[name] = value;
        return SendAsync(http, Encoding.UTF8.GetBytes(body));
    };

    /// <summary>A good status with another body.</summary>
    public static VendorFault Body(string body) => Status(200, body);

    /// <summary>The right answer, but not before the task is over.</summary>
    public static VendorFault Held(Task until) => async (http, right) =>
    {
        await until.WaitAsync(http.RequestAborted);
        await SendAsync(http, right);
    };

    /// <summary>The first half at once, the rest not before the task is over.</summary>
    public static VendorFault SlowBody(Task until) => async (http, right) =>
    {
        http.Response.ContentLength = right.Length;
        await http.Response.Body.WriteAsync(right.AsMemory(0, right.Length / 2));
        await http.Response.Body.FlushAsync();
        await until.WaitAsync(http.RequestAborted);
        await http.Response.Body.WriteAsync(right.AsMemory(right.Length / 2));
    };

    /// <summary>The right answer after a while.</summary>
    public static VendorFault Late(TimeSpan latency) => async (http, right) =>
    {
        await Task.Delay(latency, http.RequestAborted);
        await SendAsync(http, right);
    };

    private static async Task SendAsync(HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }
}
