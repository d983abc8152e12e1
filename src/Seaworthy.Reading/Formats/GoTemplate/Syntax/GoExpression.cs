namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>What an action computes.</summary>
/// <param name="Position">As Go counts it for its messages.</param>
/// <remarks>Go standard library, text/template/parse, node.go.</remarks>
internal abstract record GoExpression(int Position)
{
    /// <summary>Commands that hand their result on, after variables that take the last one.</summary>
    public sealed record Pipeline(int Position, IReadOnlyList<string> Variables, bool IsAssignment, IReadOnlyList<Command> Commands)
        : GoExpression(Position);

    /// <summary>A function, method or value with its arguments.</summary>
    public sealed record Command(int Position, IReadOnlyList<GoExpression> Words) : GoExpression(Position);

    /// <summary><c>.a.b</c></summary>
    public sealed record Field(int Position, IReadOnlyList<string> Names) : GoExpression(Position);

    /// <summary><c>$a.b</c></summary>
    public sealed record Variable(int Position, string Name, IReadOnlyList<string> Names) : GoExpression(Position);

    /// <summary><c>(…).a.b</c></summary>
    public sealed record Chain(int Position, GoExpression Of, IReadOnlyList<string> Names) : GoExpression(Position);

    public sealed record Function(int Position, string Name) : GoExpression(Position);

    public sealed record Dot(int Position) : GoExpression(Position);

    public sealed record Nil(int Position) : GoExpression(Position);

    public sealed record Truth(int Position, bool Value) : GoExpression(Position);

    public sealed record Quoted(int Position, string Value) : GoExpression(Position);

    /// <param name="Value">An <c>int</c> (<see langword="nint"/>) or a <c>float64</c>, as Go takes a constant.</param>
    public sealed record Number(int Position, string Written, object Value) : GoExpression(Position);
}
