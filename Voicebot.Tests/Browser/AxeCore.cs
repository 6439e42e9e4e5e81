using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Voicebot.Tests.Browser;

/// <summary>
/// axe-core inside the page, which has no frames. It tells only what is wrong: of a full page, what is right is megabytes, and to
/// carry them out takes longer than to find them.
/// </summary>
internal static class AxeCore
{
    private const string Audit = """
        async rule => {
            const result = await axe.run(document, {
                resultTypes: ['violations'],
                ...(rule ? { runOnly: { type: 'rule', values: [rule] } } : {}),
            });
            return [
                String(result.passes.length),
                ...result.violations.flatMap(({ id, help, nodes }) => nodes.map(node =>
                    `${id}: ${help}: ${node.html} ${[...node.any, ...node.all, ...node.none].map(check => check.message).join(' ')}`)),
            ];
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <param name="rule">The only rule to be asked; null for all.</param>
    /// <returns>How many rules found something to agree with, and a line for each element that breaks one.</returns>
    public static async Task<(int Looked, IReadOnlyList<string> Found)> AuditAsync(IPage page, string? rule)
    {
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script + ";undefined");
        var result = await page.EvaluateAsync<string[]>(Audit, rule);
        return (int.Parse(result[0], System.Globalization.CultureInfo.InvariantCulture), result[1..]);
    }
}
