using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Voicebot.Benchmarks.Mutations;

/// <summary>Finds the places of a source file where a rule could be wrong, and makes them wrong, one at a time.</summary>
public sealed class Mutants : CSharpSyntaxWalker
{
    private static readonly Dictionary<SyntaxKind, string[]> Operators = new()
    {
        [SyntaxKind.LessThanToken] = ["<="],
        [SyntaxKind.LessThanEqualsToken] = ["<"],
        [SyntaxKind.GreaterThanToken] = [">="],
        [SyntaxKind.GreaterThanEqualsToken] = [">"],
        [SyntaxKind.EqualsEqualsToken] = ["!="],
        [SyntaxKind.ExclamationEqualsToken] = ["=="],
        [SyntaxKind.AmpersandAmpersandToken] = ["||"],
        [SyntaxKind.BarBarToken] = ["&&"],
        [SyntaxKind.PlusToken] = ["-"],
        [SyntaxKind.MinusToken] = ["+"],
        [SyntaxKind.AsteriskToken] = ["/"],
        [SyntaxKind.SlashToken] = ["*"],
        [SyntaxKind.PercentToken] = ["*"],
        [SyntaxKind.LessThanLessThanToken] = [">>"],
        [SyntaxKind.GreaterThanGreaterThanToken] = ["<<"],
        [SyntaxKind.PlusEqualsToken] = ["-="],
        [SyntaxKind.MinusEqualsToken] = ["+="],
        [SyntaxKind.BarEqualsToken] = ["&="],
        [SyntaxKind.PlusPlusToken] = ["--"],
        [SyntaxKind.MinusMinusToken] = ["++"],
        [SyntaxKind.AndKeyword] = ["or"],
        [SyntaxKind.OrKeyword] = ["and"],
    };

    private static readonly Dictionary<string, string> Calls = new(StringComparer.Ordinal)
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["Floor"] = "Ceiling",
        ["Ceiling"] = "Floor",
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["Order"] = "OrderDescending",
        ["OrderDescending"] = "Order",
        ["Skip"] = "Take",
        ["Take"] = "Skip",
        ["SkipWhile"] = "TakeWhile",
        ["TakeWhile"] = "SkipWhile",
        ["IndexOf"] = "LastIndexOf",
        ["LastIndexOf"] = "IndexOf",
        ["TrimStart"] = "TrimEnd",
        ["TrimEnd"] = "TrimStart",
        ["Union"] = "Intersect",
        ["Sum"] = "Max",
        ["AddDays"] = "AddMonths",
        ["AddHours"] = "AddMinutes",
        ["FromMinutes"] = "FromSeconds",
        ["FromHours"] = "FromMinutes",
        ["FromDays"] = "FromHours",
        ["FromSeconds"] = "FromMinutes",
    };

    private static readonly HashSet<string> LeftOut =
        new(["Where", "Distinct", "DistinctBy", "Reverse", "Trim", "Concat", "Append", "Prepend"], StringComparer.Ordinal);

    private readonly SyntaxTree tree;
    private readonly List<Mutant> found = [];

    private Mutants(SyntaxTree tree) => this.tree = tree;

    public static IReadOnlyList<Mutant> Of(SyntaxTree tree)
    {
        var walker = new Mutants(tree);
        walker.Visit(tree.GetRoot());
        return walker.found;
    }

    // What is written for people or for the compiler is no rule.
    public override void VisitAttributeList(AttributeListSyntax node) { }

    public override void VisitThrowExpression(ThrowExpressionSyntax node) { }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.CoalesceExpression))
        {
            Replace("coalescing", node, node.Right.ToString());
            Replace("coalescing", node, node.Left.ToString());
        }
        else if (!(node.IsKind(SyntaxKind.AddExpression) && (IsText(node.Left) || IsText(node.Right))))
        {
            Operator(node.OperatorToken);
        }
        base.VisitBinaryExpression(node);
    }

    public override void VisitBinaryPattern(BinaryPatternSyntax node)
    {
        Operator(node.OperatorToken);
        base.VisitBinaryPattern(node);
    }

    public override void VisitRelationalPattern(RelationalPatternSyntax node)
    {
        Operator(node.OperatorToken);
        base.VisitRelationalPattern(node);
    }

    public override void VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        var opposite = node.Pattern is UnaryPatternSyntax negated ? negated.Pattern.ToString() : $"not ({node.Pattern})";
        Replace("negation", node.Pattern, opposite);
        base.VisitIsPatternExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression))
            Replace("negation", node, node.Operand.ToString());
        else
            Operator(node.OperatorToken);
        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
    {
        Operator(node.OperatorToken);
        base.VisitPostfixUnaryExpression(node);
    }

    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        Operator(node.OperatorToken);
        base.VisitAssignmentExpression(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Replace("choice", node, node.WhenTrue.ToString());
        Replace("choice", node, node.WhenFalse.ToString());
        base.VisitConditionalExpression(node);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Replace("condition", node.Condition, "false");
        Replace("condition", node.Condition, "true");
        base.VisitIfStatement(node);
    }

    public override void VisitWhenClause(WhenClauseSyntax node)
    {
        Replace("condition", node.Condition, "true");
        base.VisitWhenClause(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        switch (node.Token.Value)
        {
            case bool value:
                Replace("boolean", node, value ? "false" : "true");
                break;
            case int value:
                Replace("number", node, (value + 1).ToString(CultureInfo.InvariantCulture));
                if (value > 0)
                    Replace("number", node, (value - 1).ToString(CultureInfo.InvariantCulture));
                break;
            case string text when SqlMutants.IsSql(text):
                foreach (var (start, length, replacement) in SqlMutants.Of(node.Token.Text))
                    found.Add(new Mutant(tree, "SQL", new TextSpan(node.SpanStart + start, length), replacement));
                break;
            case string { Length: > 0 } when IsCompared(node):
                Replace("text", node, "\"\\u0001other\"");
                break;
            case char when IsCompared(node):
                Replace("text", node, "'\\u0001'");
                break;
        }
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access)
        {
            if (Calls.TryGetValue(name.Identifier.Text, out var other))
                Replace("call", name, other);
            if (LeftOut.Contains(name.Identifier.Text))
                Replace("call left out", node, access.Expression.ToString());
        }
        base.VisitInvocationExpression(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (!IsForPeople(node.Expression))
            Replace("statement left out", node, ";");
        base.VisitExpressionStatement(node);
    }

    public override void VisitThrowStatement(ThrowStatementSyntax node) => Replace("statement left out", node, ";");

    public override void VisitContinueStatement(ContinueStatementSyntax node) => Replace("statement left out", node, ";");

    public override void VisitBreakStatement(BreakStatementSyntax node) => Replace("statement left out", node, ";");

    public override void VisitReturnStatement(ReturnStatementSyntax node)
    {
        if (node.Expression is null)
            Replace("statement left out", node, ";");
        base.VisitReturnStatement(node);
    }

    public override void VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        if (node.Parent is SwitchExpressionSyntax arms && node.Pattern is not DiscardPatternSyntax && arms.Arms.Count > 1)
            Replace("arm left out", node, "");
        base.VisitSwitchExpressionArm(node);
    }

    private static bool IsText(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.Value: string } or InterpolatedStringExpressionSyntax
        || (expression is BinaryExpressionSyntax sum && (IsText(sum.Left) || IsText(sum.Right)));

    private static bool IsCompared(LiteralExpressionSyntax node) =>
        node.Parent is ConstantPatternSyntax or CaseSwitchLabelSyntax or ExpressionElementSyntax
        || node.Parent.IsKind(SyntaxKind.EqualsExpression) || node.Parent.IsKind(SyntaxKind.NotEqualsExpression);

    private static bool IsForPeople(ExpressionSyntax expression)
    {
        var called = (expression is AwaitExpressionSyntax awaited ? awaited.Expression : expression).ToString();
        return called.StartsWith("Log", StringComparison.Ordinal) || called.StartsWith("log.", StringComparison.Ordinal)
            || called.Contains("ThrowIfCancellationRequested", StringComparison.Ordinal);
    }

    private void Operator(SyntaxToken token)
    {
        foreach (var other in Operators.GetValueOrDefault(token.Kind(), []))
            found.Add(new Mutant(tree, "operator", token.Span, other));
    }

    private void Replace(string kind, SyntaxNode node, string replacement) =>
        found.Add(new Mutant(tree, kind, RemovedSpan(node, replacement), replacement) { IsConstant = node.Ancestors().Any(IsConstant) });

    private static bool IsConstant(SyntaxNode node) =>
        node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword);

    /// <summary>An arm that goes takes its comma along.</summary>
    private static TextSpan RemovedSpan(SyntaxNode node, string replacement) =>
        replacement.Length == 0 && node.GetLastToken().GetNextToken() is var comma && comma.IsKind(SyntaxKind.CommaToken)
            ? TextSpan.FromBounds(node.SpanStart, comma.Span.End)
            : node.Span;
}
