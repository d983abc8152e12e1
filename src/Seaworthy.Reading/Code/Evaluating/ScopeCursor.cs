using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>The innermost function or class around places asked for in order.</summary>
internal sealed class ScopeCursor
{
    private readonly List<CodeScope> scopes;
    private int next;
    private CodeScope? current;

    public ScopeCursor(CodeSyntax syntax)
    {
        scopes = [.. syntax.Functions, .. syntax.Classes];
        scopes.Sort(
            (one, other) =>
                one.Body.First != other.Body.First ? one.Body.First.CompareTo(other.Body.First) : other.Body.End.CompareTo(one.Body.End)
        );
    }

    public CodeScope? At(int token)
    {
        while (next < scopes.Count && scopes[next].Body.First <= token)
        {
            current = scopes[next++];
        }

        while (current is not null && current.Body.End <= token)
        {
            current = current.Parent;
        }

        return current;
    }
}
