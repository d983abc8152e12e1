using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>Every call of a file that reads the environment: <c>os.Getenv</c>, the file's own functions around it, and functions of other packages that are named for it.</summary>
internal sealed class GoEnvironment
{
    private static readonly string[] NoReads = ["set", "unset", "bind", "expand", "clear", "load", "parse", "process", "automatic"];
    private static readonly string[] RequiredWords = ["must", "require", "panic", "fatal"];
    private static readonly HashSet<string> Ends = ["panic", "os.Exit"];

    private const int Near = 100;
    private const int Far = 400;

    private readonly CodeSyntax syntax;
    private readonly Dictionary<int, GoEnvironmentRead> byOpen = [];

    public GoEnvironment(CodeSyntax syntax)
    {
        this.syntax = syntax;
        var helpers = GoEnvironmentFunction.In(syntax);
        foreach (var call in syntax.Calls)
        {
            if (Read(call, helpers) is { } read)
            {
                byOpen[call.Open] = read with { Before = Before(call) };
            }
        }
    }

    public IEnumerable<GoEnvironmentRead> All => byOpen.Values.OrderBy(read => read.Call.Open);

    public GoEnvironmentRead? At(int open) => byOpen.GetValueOrDefault(open);

    /// <summary>Whether a stretch of code ends the program: <c>log.Fatal</c>, <c>panic</c>, <c>os.Exit</c>.</summary>
    public static bool EndsProgram(CodeSyntax syntax, TokenRange body) =>
        InOrder
            .Within(syntax.Calls, call => call.Open, body)
            .Any(call => Ends.Contains(call.Path) || call.Name is "Fatal" or "Fatalf" or "Fatalln" or "Panic" or "Panicf");

    private GoEnvironmentRead? Read(CodeCall call, IReadOnlyDictionary<string, GoEnvironmentFunction> helpers)
    {
        if (call.Path is "os.Getenv" or "syscall.Getenv" or "os.LookupEnv")
        {
            return Literal(call, 0) is { } name ? Judged(call, name, default, false) : null;
        }

        if (helpers.TryGetValue(call.Name, out var helper))
        {
            return Literal(call, helper.Key) is { } name
                ? Judged(call, name, call.Positional(helper.Fallback)?.Value ?? default, helper.IsRequired)
                : null;
        }

        return IsNamedForIt(call) && Literal(call, 0) is { } key && IsVariableName(key)
            ? Judged(call, key, call.Positional(1)?.Value ?? default, IsRequiredName(call.Name))
            : null;
    }

    /// <summary>Completes a read with what the code around it does when the variable is empty.</summary>
    private GoEnvironmentRead Judged(CodeCall call, string name, TokenRange fallback, bool isRequired)
    {
        if (isRequired || !fallback.IsEmpty)
        {
            var demand =
                !isRequired ? Demand.Optional
                : Branches.IsInCase(syntax.Trees, call.First) ? Demand.Expected
                : Demand.Required;
            return new GoEnvironmentRead(name, fallback, demand, call);
        }

        return GoEmptyTest.Find(syntax, call) is { } test
            ? new GoEnvironmentRead(name, test.Default, test.Demand, call)
            : new GoEnvironmentRead(name, default, IsCompared(call, name) ? Demand.Optional : Demand.Expected, call);
    }

    /// <summary><c>if x == "" { x = os.Getenv("OTHER") }</c> behind <c>x := os.Getenv("NAME")</c>: either serves.</summary>
    private IReadOnlyList<string> Before(CodeCall call) =>
        GoEmptyTest.Filled(syntax, call) is { } filled
        && InOrder
            .Within(syntax.Assignments, assignment => assignment.Token, new TokenRange(filled.Test - Far, filled.Test))
            .Where(assignment => assignment.Name == filled.Name && assignment.Scope == call.Scope)
            .Select(assignment => byOpen.Values.FirstOrDefault(read => assignment.Value.Contains(read.Call.Open)))
            .LastOrDefault(read => read is not null)
            is { } first
            ? [first.Name, .. first.Before]
            : [];

    private bool IsCompared(CodeCall call, string name) =>
        syntax.Trees.Is(call.End, "==") || syntax.Trees.Is(call.End, "!=") || call.Path == "os.LookupEnv" || IsBehindTest(call, name);

    // "if os.Getenv("X") != "" { x = os.Getenv("X") }"
    private bool IsBehindTest(CodeCall call, string name) =>
        InOrder
            .Within(syntax.Conditions, condition => condition.Token, new TokenRange(call.First - Near, call.First))
            .Any(condition => condition.Body.Contains(call.First) && Names(condition.Test, name));

    private bool Names(TokenRange test, string name)
    {
        for (var at = test.First; at < test.End; at++)
        {
            if (syntax.Trees.IsKind(at, TokenKind.String) && Literals.Value(syntax.Trees, at) == name)
            {
                return true;
            }
        }

        return false;
    }

    private string? Literal(CodeCall call, int position)
    {
        var argument = call.Positional(position);
        return argument is { Value.Count: 1 } && syntax.Trees.IsKind(argument.Value.First, TokenKind.String)
            ? Literals.Value(syntax.Trees, argument.Value.First)
            : null;
    }

    private static bool IsNamedForIt(CodeCall call) =>
        call.Name.Contains("env", StringComparison.OrdinalIgnoreCase)
        && !NoReads.Any(word => call.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsRequiredName(string name) => RequiredWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsVariableName(string name) =>
        name.Length > 0
        && char.IsAsciiLetterUpper(name[0])
        && name.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
