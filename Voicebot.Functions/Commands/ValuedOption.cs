using System.CommandLine;

namespace Voicebot.Functions.Commands;

/// <summary>An option with one value, of which the last counts where it is given twice.</summary>
internal sealed class ValuedOption<T> : Option<T>
{
    /// <param name="name">With its dashes.</param>
    /// <param name="rule">What the value should be, to go on from "--name needs".</param>
    /// <param name="parse">Null when the text is no such value.</param>
    public ValuedOption(string name, string rule, Func<string, object?> parse) : base(name)
    {
        var refusal = $"{name} needs {rule}.";
        Arity = new ArgumentArity(0, 100); // a missing or second one is ours to judge
        CustomParser = result =>
        {
            if (result.Tokens is [.., var last] && parse(last.Value) is T value)
                return value;
            result.AddError(refusal);
            return default;
        };
        Validators.Add(result =>
        {
            if (!result.Implicit && result.Tokens.Count == 0)
                result.AddError(refusal);
        });
    }
}
