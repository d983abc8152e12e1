namespace Seaworthy.Reading.Formats.Code;

/// <summary>An <c>if</c>: its condition and its body.</summary>
internal sealed record CodeCondition(TokenRange Test, TokenRange Body, int Token)
{
    public CodeScope? Scope { get; internal set; }
}
