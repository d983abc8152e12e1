namespace Seaworthy.Reading.Formats.Code;

/// <summary>A stretch of tokens, <paramref name="End"/> excluded: an expression, a body, a type.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public bool IsEmpty => End <= First;

    public int Count => Math.Max(0, End - First);

    public bool Contains(int token) => token >= First && token < End;
}
