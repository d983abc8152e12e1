using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>What a program does when a value it has just read turns out to be empty: <c>if (string.IsNullOrEmpty(x)) throw …</c>, <c>if (x is not null) …</c>.</summary>
internal static class CSharpEmptyTest
{
    private const int Near = 300;
    private const int Before = 60;

    /// <summary>The demand that a test behind the read tells; null when there is no test.</summary>
    public static Demand? Find(CodeSyntax syntax, CodeCall read)
    {
        var assignment = InOrder
            .Within(syntax.Assignments, candidate => candidate.Token, new TokenRange(read.Whole.First - Before, read.Whole.First))
            .LastOrDefault(candidate => candidate.Value.Contains(read.First));
        if (assignment is null)
        {
            return null;
        }

        foreach (
            var condition in InOrder.Within(syntax.Conditions, condition => condition.Token, new TokenRange(read.Open, read.Open + Near))
        )
        {
            if (condition.Scope == read.Scope && Mentions(syntax.Trees, condition.Test, assignment.Name))
            {
                return AsksForEmptiness(syntax.Trees, condition.Test) && Throws(syntax.Trees, condition.Body)
                    ? Demand.Required
                    : Demand.Optional;
            }
        }

        return null;
    }

    private static bool Mentions(TokenTrees trees, TokenRange test, string name)
    {
        for (var at = test.First; at < test.End; at++)
        {
            if (trees.Is(at, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AsksForEmptiness(TokenTrees trees, TokenRange test)
    {
        for (var at = test.First; at < test.End; at++)
        {
            var isAsked =
                trees.Is(at, "IsNullOrEmpty")
                || trees.Is(at, "IsNullOrWhiteSpace")
                || (trees.Is(at, "null") && (trees.Is(at - 1, "is") || trees.Is(at - 1, "==")));
            if (isAsked)
            {
                return !trees.Is(test.First, "!");
            }
        }

        return false;
    }

    private static bool Throws(TokenTrees trees, TokenRange body)
    {
        for (var at = body.First; at < body.End; at++)
        {
            if (trees.Is(at, "throw") || (trees.Is(at, "Exit") && trees.Is(at - 2, "Environment")))
            {
                return true;
            }
        }

        return false;
    }
}
