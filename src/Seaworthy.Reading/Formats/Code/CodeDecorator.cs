using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>A decorator or attribute: <c>@app.get("/x")</c>, <c>#[get("/x")]</c>, <c>[HttpGet("x")]</c>.</summary>
/// <param name="Path">Dotted, without arguments.</param>
internal sealed record CodeDecorator(string Path, IReadOnlyList<CodeArgument> Arguments, TokenRange Tokens, SourceSpan Span)
{
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>What stands before the last name (<c>app</c>); empty when nothing does.</summary>
    public string Receiver => Path.LastIndexOf('.') is var dot and >= 0 ? Path[..dot] : "";

    public CodeArgument? Positional(int index) => CodeArgument.Positional(Arguments, index);

    public CodeArgument? Named(string name) => CodeArgument.Named(Arguments, name);
}
