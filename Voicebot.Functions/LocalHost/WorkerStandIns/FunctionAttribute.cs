namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stand-in for the attribute of the Functions worker package.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
