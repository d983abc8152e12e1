using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>The function around a token, for statements that the shape does not keep (assignments in lambdas).</summary>
internal sealed class ScopeSearch(CodeSyntax syntax)
{
    private readonly IReadOnlyList<CodeFunction> functions = [.. syntax.Functions.OrderBy(function => function.Body.First)];

    public CodeScope? At(int token)
    {
        CodeScope? found = null;
        foreach (var function in functions)
        {
            if (function.Body.First > token)
            {
                break;
            }

            found = function.Body.Contains(token) ? function : found;
        }

        return found;
    }
}
