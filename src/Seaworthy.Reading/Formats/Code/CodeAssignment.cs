using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>A name that gets a value. Object literals also give one assignment per member, under dotted names.</summary>
/// <param name="Name">Dotted: <c>PORT</c>, <c>self.url</c>, <c>config.server.port</c>, <c>module.exports</c>.</param>
internal sealed record CodeAssignment(string Name, TokenRange Value, SourceSpan Span)
{
    /// <summary>The keyword or operator: <c>const</c>, <c>let</c>, <c>var</c>, <c>static</c>, <c>:=</c>, <c>=</c>, <c>+=</c>, <c>??=</c>; <c>member</c> for a member of an object literal.</summary>
    public string Keyword { get; init; } = "=";

    public TokenRange Type { get; init; }

    /// <summary>For destructuring (<c>const { A: b = 1 } = process.env</c>): the member of <see cref="Value"/> that is taken.</summary>
    public string? Member { get; init; }

    /// <summary>For destructuring: what is used when the member is missing.</summary>
    public TokenRange Default { get; init; }

    public bool IsExported { get; init; }

    public int Token { get; init; }

    public CodeScope? Scope { get; internal set; }
}
