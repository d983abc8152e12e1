namespace Seaworthy.Reading.Formats.Code;

/// <summary>A function, method, lambda or closure. Its <see cref="CodeScope.Span"/> is its name, or its parameters when it has none.</summary>
internal sealed class CodeFunction : CodeScope
{
    public IReadOnlyList<CodeParameter> Parameters { get; init; } = [];

    public TokenRange ReturnType { get; init; }

    /// <summary>The type a method belongs to, by name (Go receivers and Rust <c>impl</c> blocks included); null for a free function.</summary>
    public string? Owner { get; init; }
}
