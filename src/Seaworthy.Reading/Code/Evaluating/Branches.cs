using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>Whether a place is come by under a condition only: below an <c>if</c>, or in a branch of an expression.</summary>
internal static class Branches
{
    private const int Deepest = 20;

    // After these, the right side is evaluated only if the left side requires it.
    private static readonly HashSet<string> Choosing = ["?", "&&", "||", "??", "and", "or"];

    // What stands before the brace of an object that is part of an expression.
    private static readonly HashSet<string> BeforeObject = ["?", ":", "(", "[", ",", "=", "return", "&&", "||", "??"];

    public static bool Has(CodeSyntax syntax, int token) =>
        syntax.Conditions.Any(condition => condition.Body.Contains(token) && !IsMain(syntax.Trees, condition))
        || IsOfExpression(syntax.Trees, token)
        || IsInCase(syntax.Trees, token);

    /// <summary>The same, or in a function that every call in its file reaches under a condition: <c>if os.Getenv("TRACING") == "1" { initTracing() }</c>.</summary>
    public static bool Has(CodeSyntax syntax, int token, CodeScope? scope) => Has(syntax, token) || IsCalledInBranches(syntax, scope);

    /// <summary>In a clause of a <c>switch</c>: another case may be the one that runs.</summary>
    public static bool IsInCase(TokenTrees trees, int token)
    {
        var at = token;
        for (var steps = 0; steps < Deepest && trees.Parent(at) is >= 0 and var group; steps++)
        {
            if (trees.IsOpen(group, Brackets.Brace) && trees.Find(new TokenRange(group + 1, at), "case") >= 0)
            {
                return true;
            }

            at = group;
        }

        return false;
    }

    private static bool IsCalledInBranches(CodeSyntax syntax, CodeScope? scope)
    {
        while (scope is not null and not CodeFunction { Name.Length: > 0 })
        {
            scope = scope.Parent;
        }

        if (scope is not CodeFunction function)
        {
            return false;
        }

        var calls = syntax.Calls.Where(call => call.Name == function.Name && !function.Body.Contains(call.First)).ToList();
        return calls.Count > 0 && calls.TrueForAll(call => Has(syntax, call.First));
    }

    /// <summary><c>if (require.main === module)</c>, <c>if (import.meta.main)</c>: the file is the program.</summary>
    private static bool IsMain(TokenTrees trees, CodeCondition condition) =>
        trees.Is(condition.Test.First, "__name__")
        || trees.Is(condition.Test.First + 2, "main")
        || trees.Is(condition.Test.First + 2, "meta");

    private static bool IsOfExpression(TokenTrees trees, int token)
    {
        var at = token;
        for (var steps = 0; at >= 0 && steps < Deepest; steps++)
        {
            if (IsChosen(trees, at))
            {
                return true;
            }

            var group = trees.Parent(at);
            if (group < 0 || trees.IsOpen(group, Brackets.Block) || (trees.IsOpen(group, Brackets.Brace) && !IsObject(trees, group)))
            {
                return false;
            }

            at = group;
        }

        return false;
    }

    private static bool IsChosen(TokenTrees trees, int token)
    {
        var group = trees.Parent(token);
        for (var at = token; !IsFirst(trees, at); )
        {
            at = trees.Before(at);
            if (at <= group || IsBetween(trees, at))
            {
                return false;
            }

            if (trees.IsAny(at, Choosing) && !(trees.Is(at, "?") && trees.Is(at + 1, ":")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Begins a line, and neither it nor what stands before goes on with an expression.</summary>
    private static bool IsFirst(TokenTrees trees, int at) =>
        at <= 0 || (trees[at].StartsLine && !trees.IsKind(at, TokenKind.Operator) && !trees.IsKind(at - 1, TokenKind.Operator));

    private static bool IsBetween(TokenTrees trees, int at) =>
        trees.Is(at, ",")
        || trees.Is(at, ";")
        || trees.Is(at, "=>")
        || trees.IsKind(at, TokenKind.Newline)
        || trees.IsClose(at, Brackets.Block);

    private static bool IsObject(TokenTrees trees, int open) => open > 0 && trees.IsAny(open - 1, BeforeObject);
}
