namespace Seaworthy.Reading.Formats.Code;

/// <summary>An <c>if</c>: what is asked and what happens then.</summary>
internal sealed record CodeCondition(TokenRange Test, TokenRange Body, int Token)
{
    public CodeScope? Scope { get; internal set; }
}
