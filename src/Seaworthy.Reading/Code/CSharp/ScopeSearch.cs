using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>The function around a token, for statements that the shape does not keep (assignments in lambdas).</summary>
internal sealed class ScopeSearch(CodeSyntax syntax)
{
    private readonly IReadOnlyList<CodeFunction> functions = [.. syntax.Functions.OrderBy(function => function.Body.First)];

    public CodeScope? At(int token)
    {
        int low = 0,
            high = functions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (functions[middle].Body.First <= token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && functions[low - 1].Body.Contains(token) ? functions[low - 1] : null;
    }
}
