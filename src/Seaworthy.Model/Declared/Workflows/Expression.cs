using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A parsed expression of GitHub Actions (what stands between <c>${{</c> and <c>}}</c>).</summary>
/// <remarks>Source: GitHub Docs, "Evaluate expressions in workflows and actions".</remarks>
public abstract record Expression(SourceSpan Span)
{
    public sealed record Text(string Value, SourceSpan Span) : Expression(Span);

    public sealed record Number(double Value, SourceSpan Span) : Expression(Span);

    public sealed record Boolean(bool Value, SourceSpan Span) : Expression(Span);

    public sealed record Null(SourceSpan Span) : Expression(Span);

    /// <summary>A context by name: <c>github</c>, <c>env</c>, <c>secrets</c>…</summary>
    public sealed record Context(string Name, SourceSpan Span) : Expression(Span);

    /// <summary><c>target.name</c>; the name <c>*</c> selects every element.</summary>
    public sealed record Property(Expression Target, string Name, SourceSpan Span) : Expression(Span);

    /// <summary><c>target[key]</c>.</summary>
    public sealed record Index(Expression Target, Expression Key, SourceSpan Span) : Expression(Span);

    public sealed record Call(string Function, IReadOnlyList<Expression> Arguments, SourceSpan Span) : Expression(Span);

    public sealed record Not(Expression Operand, SourceSpan Span) : Expression(Span);

    /// <summary>Two operands and one of <c>&amp;&amp; || == != &lt; &lt;= &gt; &gt;=</c>.</summary>
    public sealed record Binary(string Operator, Expression Left, Expression Right, SourceSpan Span) : Expression(Span);

    /// <summary>Text that is no expression; the file's problems say why.</summary>
    public sealed record Invalid(SourceSpan Span) : Expression(Span);
}
