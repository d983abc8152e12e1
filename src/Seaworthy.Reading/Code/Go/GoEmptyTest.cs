using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>
/// What a program does when a variable it has just read turns out to be empty: <c>if port == "" { port = "8080" }</c>, <c>if !ok { log.Fatal(…) }</c>, <c>if v := os.Getenv("X"); v != "" {…}</c>.
/// </summary>
internal sealed record GoEmptyTest(TokenRange Default, Demand Demand)
{
    // The test stands near the read; further down the same name may be another matter.
    private const int Near = 400;
    private const int Before = 60;

    public static GoEmptyTest? Find(CodeSyntax syntax, CodeCall read)
    {
        var assignment = InOrder
            .Within(syntax.Assignments, candidate => candidate.Token, new TokenRange(read.First - Before, read.First))
            .LastOrDefault(candidate =>
                candidate.Value.Contains(read.First) && candidate.Scope == read.Scope && candidate.Keyword != "member"
            );
        var within = InOrder
            .Within(syntax.Conditions, condition => condition.Token, new TokenRange(read.First - Before, read.First))
            .LastOrDefault(condition => condition.Test.Contains(read.First));
        if (within is not null)
        {
            return Judge(syntax, within, assignment?.Name, read);
        }

        return assignment is null
            ? null
            : InOrder
                .Within(syntax.Conditions, condition => condition.Token, new TokenRange(read.Open, read.Open + Near))
                .Where(condition => condition.Scope == read.Scope && Mentions(syntax, condition.Test, assignment.Name))
                .Select(condition => Judge(syntax, condition, assignment.Name, read))
                .FirstOrDefault();
    }

    /// <summary>The variable of the program that a read fills in because it was empty, and where that is asked.</summary>
    public static (string Name, int Test)? Filled(CodeSyntax syntax, CodeCall read)
    {
        var name = InOrder
            .Within(syntax.Assignments, candidate => candidate.Token, new TokenRange(read.First - Before, read.First))
            .LastOrDefault(candidate => candidate.Value.Contains(read.First) && candidate.Keyword is "=")
            ?.Name;
        return
            name is not null
            && InOrder
                .Within(syntax.Conditions, condition => condition.Token, new TokenRange(read.First - Before, read.First))
                .LastOrDefault(condition =>
                    condition.Body.Contains(read.First)
                    && AsksForEmptiness(syntax, condition.Test)
                    && Mentions(syntax, condition.Test, name)
                )
                is { } asked
            ? (name, asked.Token)
            : null;
    }

    private static GoEmptyTest? Judge(CodeSyntax syntax, CodeCondition condition, string? name, CodeCall read)
    {
        if (!AsksForEmptiness(syntax, condition.Test))
        {
            return new GoEmptyTest(default, Demand.Optional);
        }

        var fallback = InOrder
            .Within(syntax.Assignments, candidate => candidate.Token, condition.Body)
            .FirstOrDefault(candidate => candidate.Name == name && candidate.Keyword is "=" or ":=");
        return fallback is not null ? new GoEmptyTest(fallback.Value, Demand.Optional)
            : GoEnvironment.EndsProgram(syntax, condition.Body) ? new GoEmptyTest(default, Demand.Required)
            : ReturnsError(syntax, condition.Body) && IsStart(read.Scope) ? new GoEmptyTest(default, Demand.Required)
            : new GoEmptyTest(default, Demand.Optional);
    }

    private static bool Mentions(CodeSyntax syntax, TokenRange test, string name)
    {
        for (var at = test.First; at < test.End; at++)
        {
            // "ok" and "err" are what LookupEnv and Atoi give beside the value.
            if (syntax.Trees.Is(at, name) || syntax.Trees.Is(at, "ok") || syntax.Trees.Is(at, "exists") || syntax.Trees.Is(at, "found"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>x == ""</c>, <c>len(x) == 0</c>, <c>!ok</c>, <c>err != nil</c>; not <c>x != ""</c> and <c>ok</c>.</summary>
    private static bool AsksForEmptiness(CodeSyntax syntax, TokenRange test)
    {
        var trees = syntax.Trees;
        for (var at = test.First; at < test.End; at++)
        {
            var isEqual =
                trees.Is(at, "==")
                && (
                    trees.IsKind(at + 1, TokenKind.String) && trees.Chars(at + 1).Length == 2
                    || trees.Is(at + 1, "0")
                    || trees.IsKind(at + 1, TokenKind.Number) && trees.Text(at + 1) == "0"
                );
            if (isEqual || trees.Is(at, "!") || trees.Is(at, "!=") && trees.Is(at + 1, "nil"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReturnsError(CodeSyntax syntax, TokenRange body) =>
        InOrder.Within(syntax.Calls, call => call.Open, body).Any(call => call.Path is "errors.New" or "fmt.Errorf" or "errors.Errorf");

    // An error given back by a function that loads or makes something at the start ends the program in practice.
    private static bool IsStart(CodeScope? scope) =>
        scope is CodeFunction { Name: var name }
        && (
            name.StartsWith("Load", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("New", StringComparison.Ordinal)
            || name.StartsWith("Init", StringComparison.OrdinalIgnoreCase)
            || name == "main"
        );
}
